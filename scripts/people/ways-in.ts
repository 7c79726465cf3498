import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import { belgianDay } from "../belgian-day.ts";
import { legacyPasswords } from "../legacy/legacy-password.ts";
import { printableInLine } from "../printable.ts";

/** What each type of credential is called. */
const kinds = {
  password: "password",
  "webauthn-passwordless": "passkey",
  otp: "authenticator app",
  "recovery-authn-codes": "recovery codes",
  webauthn: "security key",
} as const;

/** Something that an account is entered with, or that is asked in addition. No secret is in it. */
export interface WayIn {
  readonly kind: (typeof kinds)[keyof typeof kinds] | "old password";
  /** What the person, or whoever was signed in as them, called it; of an old password its school. */
  readonly label?: string;
  /** The day in Belgium on which it was set up, where Keycloak knows it, e.g. `2026-08-31`. */
  readonly since?: string;
}

/** What an account's credentials are, as far as support needs to know. */
export function waysIn(credentials: readonly CredentialRepresentation[]): WayIn[] {
  const own = Object.entries(kinds).flatMap(([type, kind]) =>
    credentials
      .filter((credential) => credential.type === type)
      .map(({ userLabel, createdDate }): WayIn => {
        return {
          kind,
          ...(userLabel ? { label: userLabel } : {}),
          ...(createdDate ? { since: belgianDay(new Date(createdDate)) } : {}),
        };
      }),
  );
  const old = legacyPasswords(credentials).map(({ school }): WayIn => {
    return { kind: "old password", label: school };
  });
  return [...own, ...old];
}

/** What is asked for in addition, and opens nothing by itself. */
const secondFactors: ReadonlySet<WayIn["kind"]> = new Set([
  "authenticator app",
  "security key",
  "recovery codes",
]);

/** Whether it is a second factor. A passkey is a way in of its own. */
export function isSecondFactor({ kind }: WayIn): boolean {
  return secondFactors.has(kind);
}

/** Whether it is asked for. Recovery codes only stand in for what is, and alone keep nothing on. */
export function isAskedFor(way: WayIn): boolean {
  return isSecondFactor(way) && way.kind !== "recovery codes";
}

/** In a few words, e.g. `passkey "phone", set up on 2026-05-01`. */
export function wayInText({ kind, label, since }: WayIn): string {
  return `${kind}${label === undefined ? "" : ` "${printableInLine(label)}"`}${since === undefined ? "" : `, set up on ${since}`}`;
}
