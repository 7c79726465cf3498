import { fromBase64Url } from "./base64url.ts";

/** What Keycloak asks of a passkey that is to be made; every text as it gives it to pages. */
export interface AskedRegistration {
  challenge: string;
  rpId: string;
  rpName: string;
  userId: string;
  userName: string;
  attestation: string;
  attachment: string;
  residentKey: string;
  /** What Keycloak said before it knew `residentKey`: `Yes` or `No`. */
  requireResidentKey: string;
  userVerification: string;
  /** Seconds; `0` leaves it to the browser. */
  timeoutS: string;
  /** COSE identifiers of signature algorithms, the best first. */
  algorithms: readonly string[];
  /** Ids of passkeys that the person has, parted by commas: their devices make no other. */
  excluded: string;
}

/** What Keycloak asks of a passkey that is there. */
export interface AskedProof {
  challenge: string;
  rpId: string;
  userVerification: string;
  /** Seconds; `0` leaves it to the browser. */
  timeoutS: string;
  /** Ids of the person's passkeys; none where nobody knows yet who is signing in. */
  allowed: readonly string[];
}

/** How Keycloak says that a policy leaves something open. */
const open = "not specified";

/** ES256, which every passkey knows: for a policy that names no algorithm. */
const defaultAlgorithm = "-7";

/** Options for making a passkey (https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptions). */
export function creationOptions(asked: AskedRegistration): PublicKeyCredentialCreationOptions {
  const { rpId, rpName, userName, algorithms, excluded } = asked;
  const residentKey = said(asked.residentKey) ?? said(asked.requireResidentKey);
  return {
    challenge: fromBase64Url(asked.challenge),
    rp: { id: rpId, name: rpName },
    user: { id: fromBase64Url(asked.userId), name: userName, displayName: userName },
    pubKeyCredParams: (algorithms.length > 0 ? algorithms : [defaultAlgorithm]).map(
      (algorithm) => ({ type: "public-key", alg: Number(algorithm) }),
    ),
    excludeCredentials: descriptors(excluded === "" ? [] : excluded.split(",")),
    authenticatorSelection: withoutOpen({
      authenticatorAttachment: said(asked.attachment),
      residentKey: residentKey && (residentKeys[residentKey] ?? residentKey),
      requireResidentKey: residentKey && /^(required|Yes)$/.test(residentKey),
      userVerification: said(asked.userVerification),
    }),
    ...withoutOpen({ attestation: said(asked.attestation), timeout: timeoutMs(asked) }),
  };
}

/** Options for asking for a passkey (https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptions). */
export function requestOptions(asked: AskedProof): PublicKeyCredentialRequestOptions {
  return {
    challenge: fromBase64Url(asked.challenge),
    rpId: asked.rpId,
    allowCredentials: descriptors(asked.allowed),
    ...withoutOpen({ userVerification: said(asked.userVerification), timeout: timeoutMs(asked) }),
  };
}

const residentKeys: Record<string, string> = { Yes: "required", No: "discouraged" };

function said(value: string): string | undefined {
  return value === "" || value === open ? undefined : value;
}

function timeoutMs({ timeoutS }: { timeoutS: string }): number | undefined {
  return timeoutS === "0" ? undefined : Number(timeoutS) * 1000;
}

function descriptors(ids: readonly string[]): PublicKeyCredentialDescriptor[] {
  return ids.map((id) => ({ type: "public-key", id: fromBase64Url(id) }));
}

/** Leaves out what is undefined: browsers take a member that is there at its word. */
function withoutOpen(values: Record<string, unknown>): Record<string, never> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, never>;
}
