import { toBase64Url } from "./base64url.ts";
import {
  type AskedProof,
  type AskedRegistration,
  creationOptions,
  requestOptions,
} from "./passkey-options.ts";

/** What a passkey answers, by the names of the fields in which Keycloak takes it. */
export type PasskeyAnswer = Record<string, string>;

/** The browser has no passkeys. */
export class PasskeysUnknown extends Error {}

/**
 * Makes a passkey on this device, or on one that the browser reaches.
 *
 * @throws PasskeysUnknown, and what browsers throw: `NotAllowedError` where the person does not go
 *   on, `InvalidStateError` where the device has a passkey already
 */
export async function makePasskey(asked: AskedRegistration): Promise<PasskeyAnswer> {
  requirePasskeys();
  const made = await navigator.credentials.create({ publicKey: creationOptions(asked) });
  const { rawId, response, authenticatorAttachment } = made as PublicKeyCredential;
  const { clientDataJSON, attestationObject, getTransports } =
    response as AuthenticatorAttestationResponse;
  return {
    clientDataJSON: toBase64Url(clientDataJSON),
    attestationObject: toBase64Url(attestationObject),
    publicKeyCredentialId: toBase64Url(rawId),
    // Older browsers do not say how they reach the device.
    transports: getTransports === undefined ? "" : getTransports.call(response).join(),
    authenticatorAttachment: authenticatorAttachment ?? "",
  };
}

/**
 * Asks for one of the person's passkeys.
 *
 * @param how `conditional` lets the browser offer passkeys in the field for the address, and waits
 * @throws PasskeysUnknown, and what browsers throw: `NotAllowedError` where the person does not go
 *   on or has none here, `AbortError` where `how.signal` was given
 */
export async function askForPasskey(
  asked: AskedProof,
  how: Pick<CredentialRequestOptions, "mediation" | "signal"> = {},
): Promise<PasskeyAnswer> {
  requirePasskeys();
  const used = await navigator.credentials.get({ publicKey: requestOptions(asked), ...how });
  const { id, response } = used as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    response as AuthenticatorAssertionResponse;
  return {
    clientDataJSON: toBase64Url(clientDataJSON),
    authenticatorData: toBase64Url(authenticatorData),
    signature: toBase64Url(signature),
    credentialId: id,
    userHandle: userHandle ? toBase64Url(userHandle) : "",
  };
}

/** Whether the browser can offer passkeys in a field. */
export async function canOfferPasskeys(): Promise<boolean> {
  return (await window.PublicKeyCredential?.isConditionalMediationAvailable?.()) === true;
}

/** Whether the person did not go on, or nothing here could answer: no fault, and they may try again. */
export function isLeftOff(error: unknown): boolean {
  return error instanceof Error && ["NotAllowedError", "AbortError"].includes(error.name);
}

/** Whether the device has a passkey for the account already. */
export function isThereAlready(error: unknown): boolean {
  return error instanceof Error && error.name === "InvalidStateError";
}

function requirePasskeys(): void {
  if (window.PublicKeyCredential === undefined) throw new PasskeysUnknown();
}
