import { authorizationUrl } from "./authorization.ts";
import { visitorOf } from "./microsoft-visitor.ts";
import { oneTimeCodeCredential } from "./one-time-code.ts";
import type { KnownPerson, NewPerson, Portal } from "./portal.ts";
import { recoveryCodesCredential } from "./recovery-codes.ts";
import type { Visitor } from "./visitor.ts";

/* People with a second factor, and what they do without a browser. */

/** What each of them signs in with first. */
export const password = "une petite phrase facile";

/** Somebody with an authenticator app and codes on paper. */
export type CarefulPerson = KnownPerson & { secret: string; recoveryCodes: string[] };

/** The app's secrets, as a person copies one by hand; which of them is no matter. */
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A secret that nobody else has. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => letters[byte % 32]).join("");
}

/**
 * Has Keycloak count no sign-ins in a portal. While it counts somebody's last one it takes no other of
 * theirs; no person is so quick, and a visitor is.
 */
export async function countNothing({ admin, realm }: Portal): Promise<void> {
  const settings = await admin.realms.findOne({ realm });
  await admin.realms.update({ realm }, { ...settings, bruteForceProtected: false });
}

/** Makes somebody whom the school demo knows and who has switched a second factor on. */
export async function carefulParent(
  portal: Portal,
  more: Partial<NewPerson> = {},
): Promise<CarefulPerson> {
  const secret = newSecret();
  const recoveryCodes = ["PREMIERCODEX", "DEUXIEMECODE", "TROISIEMECOD"];
  const person = await portal.addPerson({
    schools: [portal.schools.demo],
    password,
    ...more,
    credentials: [
      { ...oneTimeCodeCredential(secret), userLabel: "Téléphone" },
      recoveryCodesCredential(recoveryCodes),
    ],
  });
  return { ...person, secret, recoveryCodes };
}

/** Opens the school demo and gives the password. @returns where that leads, by default to the code */
export async function givePassword(
  portal: Portal,
  person: { email: string },
  visitor = visitorOf(portal),
  parameters: Record<string, string> = {},
): Promise<Visitor> {
  await visitor.open(authorizationUrl(portal, portal.schools.demo, parameters));
  return visitor.send({ username: person.email, password });
}

/** Goes from the page of one second factor to the page for a code on paper. */
export async function chooseRecoveryCode(visitor: Visitor): Promise<Visitor> {
  await visitor.send({ tryAnotherWay: "on" });
  const [, authenticationExecution = ""] =
    /value="([^"]+)"[^>]*>\s*Code de récupération/.exec(visitor.html) ?? [];
  return visitor.send({ authenticationExecution });
}

/** Whether the page asks for a code on paper. */
export function isAskedForRecoveryCode({ html }: Visitor): boolean {
  return html.includes("login-recovery-authn-code-input.ftl");
}

/** Whether somebody in this browser is signed in at the school demo, without being asked anything. */
export async function isSignedIn(portal: Portal, visitor: Visitor): Promise<boolean> {
  await visitor.open(authorizationUrl(portal, portal.schools.demo, { prompt: "none" }));
  return new URL(visitor.url).searchParams.has("code");
}
