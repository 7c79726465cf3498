/**
 * The declared fields that the live object does not have as declared. What is not declared is not
 * looked at; lists of plain values are compared without regard to their order, since Keycloak keeps
 * most of them as sets.
 *
 * @returns paths such as `attributes.tosUri`; empty when the live object is as declared
 */
export function differences(declared: unknown, live: unknown, path = ""): string[] {
  if (Array.isArray(declared)) {
    return sameList(declared, live) ? [] : [path];
  }
  if (isRecord(declared)) {
    const other = isRecord(live) ? live : {};
    return Object.entries(declared).flatMap(([key, value]) =>
      differences(value, other[key], path ? `${path}.${key}` : key),
    );
  }
  return isUnset(declared) ? (isUnset(live) ? [] : [path]) : declared === live ? [] : [path];
}

function sameList(declared: readonly unknown[], live: unknown): boolean {
  const other = Array.isArray(live) ? live : [];
  if (declared.length !== other.length) return false;
  if (declared.every((item) => typeof item !== "object")) {
    return declared.every((item) => other.includes(item));
  }
  return declared.every((item, index) => differences(item, other[index]).length === 0);
}

/** Keycloak drops what is set to nothing. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
