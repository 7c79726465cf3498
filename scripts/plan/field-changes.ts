import { byWhatIsShown, isSecret, type SecretJudge } from "./secrets.ts";

/** One declared field that is not as declared. */
export type FieldChange =
  | {
      /** e.g. `attributes.tosUri`. */
      readonly path: string;
      /** What the realm has, `null` for nothing. */
      readonly from: unknown;
      /** What it should have, `null` for nothing. */
      readonly to: unknown;
    }
  | {
      readonly path: string;
      /** A secret's value is never told; `unknown` is one that Keycloak does not show. */
      readonly secret: "changed" | "unknown";
    };

/**
 * The declared fields that the live object does not have as declared. What is not declared is not
 * looked at; lists of plain values are compared without regard to their order, since Keycloak keeps
 * most of them as sets.
 *
 * @param judge says whether a secret is as declared
 * @returns one entry for each differing field; empty when the live object is as declared
 */
export function fieldChanges(
  declared: unknown,
  live: unknown,
  judge: SecretJudge = byWhatIsShown,
  path = "",
): FieldChange[] {
  if (isRecord(declared)) {
    const other = isRecord(live) ? live : {};
    return Object.entries(declared).flatMap(([key, value]) =>
      fieldChanges(value, other[key], judge, path ? `${path}.${key}` : key),
    );
  }
  if (isSecret(path)) {
    const secret = judge(path, declared, live);
    return secret === "same" ? [] : [{ path, secret }];
  }
  if (isSame(declared, live)) return [];
  return [{ path, from: told(live), to: told(declared) }];
}

/** Keycloak sends its sets in any order; a plan is the same for the same realm. */
function told(value: unknown): unknown {
  return isPlainList(value) ? [...value].sort() : (value ?? null);
}

function isPlainList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((item) => typeof item !== "object");
}

function isSame(declared: unknown, live: unknown): boolean {
  if (Array.isArray(declared)) return isSameList(declared, live);
  return isUnset(declared) ? isUnset(live) : declared === live;
}

function isSameList(declared: readonly unknown[], live: unknown): boolean {
  const other = Array.isArray(live) ? live : [];
  if (declared.length !== other.length) return false;
  if (isPlainList(declared)) {
    return declared.every((item) => other.includes(item));
  }
  return declared.every((item, index) => fieldChanges(item, other[index]).length === 0);
}

/** Keycloak drops what is set to nothing. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
