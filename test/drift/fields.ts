/** Where a field stands in its object, key by key. */
export type Keys = readonly string[];

/** A field that has a value of its own: not one that merely holds others. */
export interface Field {
  readonly keys: Keys;
  readonly value: unknown;
}

/** All fields of a declared object. A list is one field. */
export function fieldsOf(declared: unknown, keys: Keys = []): Field[] {
  if (!isRecord(declared)) return [{ keys, value: declared }];
  return Object.entries(declared).flatMap(([key, value]) => fieldsOf(value, [...keys, key]));
}

/** What an object has in a field; nothing is the same whether it is empty or absent. */
export function valueAt(object: unknown, keys: Keys): unknown {
  const value = keys.reduce<unknown>(
    (inner, key) => (isRecord(inner) ? inner[key] : undefined),
    object,
  );
  if (value === "" || value === null) return undefined;
  // Keycloak keeps its lists as sets.
  return Array.isArray(value) && value.every((item) => typeof item === "string")
    ? [...value].sort()
    : value;
}

/** A copy of an object with another value in one field. */
export function withValueAt(object: unknown, keys: Keys, value: unknown): Record<string, unknown> {
  const [key, ...rest] = keys;
  if (key === undefined) throw new Error("a field has at least one key");
  const record = isRecord(object) ? object : {};
  return {
    ...record,
    [key]: rest.length === 0 ? value : withValueAt(record[key], rest, value),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
