import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from "node:crypto";
import { calculateJwkThumbprint, type JWK, SignJWT } from "jose";
import { UserError } from "../errors.ts";

/*
 * A service account proves itself by signing with a key that Keycloak has only the public half of. A
 * client secret would not do: Keycloak shows it to everybody who may look at clients, so an account
 * that may only read could take the place of one that may write.
 */

/** How Keycloak calls the algorithm of these keys. */
export const clientKeyAlgorithm = "ES256";

/** Keycloak takes no longer one than a minute. In the middle of it, a clock may be off either way. */
const halfLifeSeconds = 30;

/** A new key as one line of text, fit for a variable. Whoever has it is the service account. */
export function newClientKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ type: "pkcs8", format: "der" }).toString("base64url");
}

/**
 * The public half of a key, which is no secret.
 *
 * @param key from `newClientKey`
 * @throws {UserError} `CLIENT_KEY_WRONG`
 */
export async function publicClientKey(key: string): Promise<JWK> {
  const { kty, crv, x, y } = createPublicKey(readKey(key)).export({ format: "jwk" }) as JWK;
  const jwk = { kty, crv, x, y } as JWK;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), use: "sig", alg: clientKeyAlgorithm };
}

/**
 * What a client sends in the place of a secret: good once, for a minute, for one realm.
 *
 * @param key from `newClientKey`
 * @param audience the realm's issuer
 * @throws {UserError} `CLIENT_KEY_WRONG`
 */
export async function clientAssertion(
  key: string,
  clientId: string,
  audience: string,
  now = new Date(),
): Promise<string> {
  const { kid } = await publicClientKey(key);
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: clientKeyAlgorithm, kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(seconds - halfLifeSeconds)
    .setExpirationTime(seconds + halfLifeSeconds)
    .sign(readKey(key));
}

function readKey(key: string): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(key, "base64url"), format: "der", type: "pkcs8" });
  } catch {
    // The cause would not say more, and the text is a secret.
    throw new UserError(
      "CLIENT_KEY_WRONG",
      "PORTAIL_CLIENT_KEY is not a key as portail bootstrap makes them",
      "Take the whole line from where it was written, or make a new key with portail bootstrap --new-key.",
    );
  }
}
