import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { Change, ObjectKind } from "../../scripts/plan/plan.ts";
import { type Field, fieldsOf, type Keys, valueAt, withValueAt } from "./fields.ts";
import { otherValues } from "./other-values.ts";

/** One thing that somebody could do to the realm by hand. */
export interface DriftCase {
  /** e.g. `client school-demo: redirectUris (one more)`. */
  readonly name: string;
  /** What a plan must say, and nothing else. */
  readonly expected: readonly ExpectedChange[];
  /** Does it, through the server's administration API. */
  spoil(client: KeycloakAdminClient): Promise<void>;
  /** What the server has in its place. */
  read(client: KeycloakAdminClient): Promise<unknown>;
  /** What it should have there. */
  readonly declared: unknown;
  /** Removes what the case added, and nobody has declared. */
  tidy?(client: KeycloakAdminClient): Promise<void>;
}

/** A change that a plan must name. */
export interface ExpectedChange {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly action: Change["action"];
  /** The fields that differ, in any order; of what is made anew they are not looked at. */
  readonly paths?: readonly string[];
}

/** An object of the realm, as the server's administration API has it. */
export interface LiveObject {
  readonly kind: ObjectKind;
  readonly name: string;
  /** Where it stands, if it is a part of what the plan names, e.g. a mapper of its client. */
  readonly within?: string;
  /** Fields by which it is found: with another value it is another object. */
  readonly foundBy: readonly string[];
  read(client: KeycloakAdminClient): Promise<Record<string, unknown> | undefined>;
  /** @param found as it was read */
  write(
    client: KeycloakAdminClient,
    changed: Record<string, unknown>,
    found: Record<string, unknown>,
  ): Promise<unknown>;
}

/** What a case is called, by the object and what happens to it. */
export function caseName({ kind, name }: { kind: string; name: string }, what: string): string {
  return `${kind} ${name}: ${what}`;
}

/** Each declared field of an object changed in turn. */
export function fieldCases(object: LiveObject, declared: unknown): DriftCase[] {
  return fieldsOf(declared)
    .filter(({ keys }) => !object.foundBy.includes(keys.join(".")))
    .flatMap((field) => changesOf(object, field));
}

function changesOf(object: LiveObject, field: Field): DriftCase[] {
  const { kind, name, within } = object;
  const path = [...(within ? [within] : []), ...field.keys].join(".");
  return otherValues(field).map(({ how, value }) => ({
    name: caseName(object, `${path} (${how})`),
    expected: [{ kind, name, action: "update", paths: [path] }],
    ...setByHand(object, field.keys, value),
    declared: valueAt({ field: field.value }, ["field"]),
  }));
}

/** How a field is set by hand, and read again. */
export function setByHand(
  object: LiveObject,
  keys: Keys,
  value: unknown,
): Pick<DriftCase, "spoil" | "read"> {
  return {
    async spoil(client) {
      const found = await object.read(client);
      if (!found) throw new Error(`the ${object.kind} ${object.name} is not there`);
      await object.write(client, withValueAt(found, keys, value), found);
    },
    read: async (client) => valueAt(await object.read(client), keys),
  };
}

/** A whole object removed. */
export function removalCase(
  object: Pick<LiveObject, "kind" | "name" | "within" | "read">,
  { paths, remove }: { paths?: readonly string[]; remove: DriftCase["spoil"] },
): DriftCase {
  const { kind, name, within } = object;
  return {
    name: caseName(object, `${within ? `${within} ` : ""}removed`),
    expected: [paths ? { kind, name, action: "update", paths } : { kind, name, action: "create" }],
    spoil: remove,
    read: async (client) => (await object.read(client)) !== undefined,
    declared: true,
  };
}
