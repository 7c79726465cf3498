import { createHmac } from "node:crypto";

/** What Keycloak sends in the place of a secret. */
const mask = "**********";

const secretPath = /(^|\.)(password|secret|clientSecret)$/;

/** Whether a field's value must never be told. */
export function isSecret(path: string): boolean {
  return secretPath.test(path);
}

/**
 * Says whether the realm has a declared secret; `unknown` where there is no telling.
 *
 * @param path of the field in its object, e.g. `smtpServer.password`
 */
export type SecretJudge = (
  path: string,
  declared: unknown,
  live: unknown,
) => "same" | "changed" | "unknown";

/** Judges by what the realm shows, which is nothing of most secrets. */
export const byWhatIsShown: SecretJudge = (_, declared, live) => {
  if (live === mask) return "unknown";
  return (declared ?? "") === (live ?? "") ? "same" : "changed";
};

/**
 * Judges a secret that the realm does not show by the keyed hash that was noted when it was written.
 * One that somebody has changed by hand since looks the same.
 *
 * @param name of the object it belongs to, as in `secretName`
 * @param key `PORTAIL_STATE_KEY`
 * @param hashes what was noted, by `secretName`
 */
export function byNotedHash(
  kind: string,
  name: string,
  key: string,
  hashes: Readonly<Record<string, string>>,
): SecretJudge {
  return (path, declared, live) => {
    if (live !== mask) return byWhatIsShown(path, declared, live);
    const noted = hashes[secretName(kind, name, path)];
    return noted === secretHash(key, String(declared)) ? "same" : "changed";
  };
}

/** What a secret is called in the notes, e.g. `identity provider microsoft: config.clientSecret`. */
export function secretName(kind: string, name: string, path: string): string {
  return `${kind} ${name}: ${path}`;
}

/** A keyed hash (HMAC-SHA-256), by which a changed secret is seen and none can be guessed. */
export function secretHash(key: string, secret: string): string {
  return createHmac("sha256", key).update(secret).digest("base64url");
}

/** The secrets within a declared object, by their paths. */
export function secretsIn(declared: unknown, path = ""): Record<string, string> {
  if (typeof declared === "string") return isSecret(path) ? { [path]: declared } : {};
  if (typeof declared !== "object" || declared === null || Array.isArray(declared)) return {};
  return Object.assign(
    {},
    ...Object.entries(declared).map(([key, value]) =>
      secretsIn(value, path ? `${path}.${key}` : key),
    ),
  );
}
