import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { UserProfileConfig } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import type { DesiredRealm } from "../realm/desired.ts";
import { schoolOfClient, schoolOfGroup } from "../realm/school.ts";
import { type FieldChange, fieldChanges } from "./field-changes.ts";
import { flowChanges, leftoverFlows } from "./flow-changes.ts";
import type { LiveRealm } from "./live-realm.ts";
import { mappersByName } from "./mappers.ts";

/** What a change is about. */
export type ObjectKind = "realm" | "user profile" | "flow" | "client" | "message" | "group";

/** One object of the realm that is not as declared. */
export interface Change {
  readonly kind: ObjectKind;
  /** What the object is called in its kind; a message by language and key, a group by its path. */
  readonly name: string;
  /** The id of the school it belongs to, where it belongs to one. */
  readonly school?: string;
  /** `rebuild`: a new flow is made completely and takes the place of the old one. */
  readonly action: "create" | "update" | "rebuild";
  /** Every field that gets another value; of an object that is made, all that is declared. */
  readonly fields: readonly FieldChange[];
}

/** All that would make a realm what it should be. */
export interface Plan {
  /** The realm's name. */
  readonly realm: string;
  /** In the order in which they are made; empty when the realm is as declared. */
  readonly changes: readonly Change[];
  /** Flows that a rebuilt one has replaced: harmless, and removed by the next apply. */
  readonly leftovers: readonly string[];
  /** Secrets that can't be compared, since Keycloak does not show them. */
  readonly unknown: readonly string[];
}

/**
 * Compares what a realm should be with what it is. Needs no server; the same input gives the same
 * plan in the same order.
 *
 * @param live `null` when there is no such realm
 * @param writesSecrets true to write also the secrets that can't be compared
 */
export function planOf(
  desired: DesiredRealm,
  live: LiveRealm | null,
  { writesSecrets = false } = {},
): Plan {
  const found = [
    ...settingsChange(desired, live),
    ...userProfileChange(desired, live),
    ...flowChanges(desired, live),
    ...clientChanges(desired, live),
    ...messageChanges(desired, live),
    ...groupChanges(desired, live),
  ];
  const unknown: string[] = [];
  const changes = found.flatMap((change) => {
    const fields = change.fields.flatMap((field): FieldChange[] => {
      if (!("secret" in field) || field.secret !== "unknown") return [field];
      if (writesSecrets) return [{ path: field.path, secret: "changed" }];
      unknown.push(`${change.kind} ${change.name}: ${field.path}`);
      return [];
    });
    return change.action === "update" && fields.length === 0 ? [] : [{ ...change, fields }];
  });
  return { realm: desired.name, changes, leftovers: leftoverFlows(desired, live), unknown };
}

function settingsChange({ name, settings }: DesiredRealm, live: LiveRealm | null): Change[] {
  const action = live ? "update" : "create";
  return [{ kind: "realm", name, action, fields: fieldChanges(settings, live?.settings) }];
}

/**
 * It is one document: an attribute or a rule that is in the realm and not declared would ask parents
 * for something, so it counts as a difference.
 */
function userProfileChange({ name, userProfile }: DesiredRealm, live: LiveRealm | null): Change[] {
  const change = { kind: "user profile", name } as const;
  if (!live) return [{ ...change, action: "create", fields: profileChanges(userProfile, {}) }];
  const fields = profileChanges(userProfile, live.userProfile);
  return fields.length === 0 ? [] : [{ ...change, action: "update", fields }];
}

function profileChanges(declared: UserProfileConfig, live: UserProfileConfig): FieldChange[] {
  const names = ({ attributes = [] }: UserProfileConfig) => attributes.map(({ name }) => name);
  const rules = ({ attributes = [], ...rest }: UserProfileConfig) => ({
    ...rest,
    attributes: Object.fromEntries(
      attributes.map(({ name, validations, required, ...attribute }) => [
        name,
        // Compared as a whole, in which a rule too many is a difference.
        { ...attribute, validations: sortedJson(validations), required: sortedJson(required) },
      ]),
    ),
  });
  const order: FieldChange[] =
    names(declared).join() === names(live).join()
      ? []
      : [{ path: "attributes", from: names(live), to: names(declared) }];
  return [...order, ...fieldChanges(rules(declared), rules(live))];
}

function sortedJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
}

function clientChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  const own = desired.clients.flatMap((client) => clientChange(desired, client, live));
  const builtIn = desired.builtInClients.flatMap((client) =>
    // Keycloak makes them together with the realm.
    clientChange(desired, client, live).map((change) =>
      live ? change : { ...change, action: "update" as const },
    ),
  );
  return [...own, ...builtIn];
}

function clientChange(
  desired: DesiredRealm,
  declared: ClientRepresentation,
  live: LiveRealm | null,
): Change[] {
  const name = declared.clientId ?? "";
  const found = live?.clients.get(name);
  const fields = fieldChanges(withMappersByName(declared), found && withMappersByName(found));
  if (found && fields.length === 0) return [];
  const school = schoolOfClient(name);
  return [
    {
      kind: "client",
      name,
      ...(school && desired.clients.includes(declared) ? { school } : {}),
      action: found ? "update" : "create",
      fields,
    },
  ];
}

function withMappersByName({ protocolMappers, ...client }: ClientRepresentation) {
  return { ...client, mappers: mappersByName(protocolMappers) };
}

function messageChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return Object.entries(desired.messages).flatMap(([language, messages]) =>
    Object.entries(messages).flatMap(([key, text]): Change[] => {
      const fields = fieldChanges({ text }, { text: live?.messages[language]?.[key] });
      if (fields.length === 0) return [];
      const action = live?.messages[language]?.[key] === undefined ? "create" : "update";
      return [{ kind: "message", name: `${language} ${key}`, action, fields }];
    }),
  );
}

function groupChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return withParents(desired.groups)
    .filter((path) => !live?.groupIds.has(path))
    .map((path) => {
      const school = schoolOfGroup(path);
      const change = { kind: "group", name: path, action: "create", fields: [] } as const;
      return school ? { ...change, school } : change;
    });
}

/** Each path after those of the groups above it. */
function withParents(paths: readonly string[]): string[] {
  const all = paths.flatMap((path) => {
    const names = path.split("/").slice(1);
    return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
  });
  return [...new Set(all)];
}
