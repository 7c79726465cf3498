import type {
  UserProfileAttribute,
  UserProfileConfig,
} from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import type { DesiredRealm } from "../../scripts/realm/desired.ts";
import { caseName, type DriftCase, fieldCases, type LiveObject } from "./drift-case.ts";
import { fieldsOf, isRecord } from "./fields.ts";

const kind = "user profile";

/** What is known of a person, and by which rules. */
export function userProfileCases({ name, userProfile }: DesiredRealm): DriftCase[] {
  const { attributes = [], ...rest } = userProfile;
  const document: LiveObject = {
    kind,
    name,
    foundBy: [],
    read: async (client) => ({ ...(await client.users.getProfile({})) }),
    write: (client, changed) => client.users.updateProfile(changed as UserProfileConfig),
  };
  return [
    ...fieldCases(document, rest),
    ...attributes.flatMap((attribute) => attributeCases(name, attribute)),
    ...listCases(name, attributes),
  ];
}

/** One attribute's fields and rules. */
function attributeCases(realm: string, attribute: UserProfileAttribute): DriftCase[] {
  const { name = "", validations = {}, required, ...rest } = attribute;
  const within = `attributes.${name}`;
  const object: LiveObject = {
    kind,
    name: realm,
    within,
    foundBy: [],
    read: async (client) => {
      const profile = await client.users.getProfile({});
      const found = profile.attributes?.find((one) => one.name === name);
      return found && { ...found };
    },
    write: async (client, changed) => {
      const profile = await client.users.getProfile({});
      const attributes = profile.attributes?.map((one) => (one.name === name ? changed : one));
      await client.users.updateProfile({ ...profile, attributes: attributes ?? [] });
    },
  };
  const whole = (field: "validations" | "required", how: string, value: unknown): DriftCase => ({
    name: caseName({ kind, name: realm }, `${within}.${field} (${how})`),
    expected: [{ kind, name: realm, action: "update", paths: [`${within}.${field}`] }],
    spoil: async (client) => {
      const found = await object.read(client);
      await object.write(client, { ...found, [field]: value }, found ?? {});
    },
    read: async (client) => (await object.read(client))?.[field],
    declared: attribute[field],
  });
  return [
    ...fieldCases(object, rest),
    ...Object.entries(validations).flatMap(([rule, settings]) => {
      const { [rule]: _, ...others } = validations;
      const changed = isRecord(settings)
        ? fieldsOf(settings).filter(({ value }) => typeof value === "number")
        : [];
      return [
        whole("validations", `without ${rule}`, others),
        ...changed.map(({ keys: [key = ""], value }) =>
          whole("validations", `another ${rule}.${key}`, {
            ...validations,
            [rule]: { ...(settings as object), [key]: Number(value) + 1 },
          }),
        ),
      ];
    }),
    whole("validations", "a rule too many", {
      ...validations,
      "up-username-not-idn-homograph": {},
    }),
    required === undefined
      ? whole("required", "a rule too many", { roles: ["user"] })
      : whole("required", "removed", undefined),
  ];
}

/** The list itself: its order, an attribute removed, an attribute too many. */
function listCases(realm: string, attributes: readonly UserProfileAttribute[]): DriftCase[] {
  const names = (list: readonly UserProfileAttribute[] = []) => list.map(({ name = "" }) => name);
  const list = (
    how: string,
    paths: readonly string[],
    change: (list: readonly UserProfileAttribute[]) => UserProfileAttribute[],
  ): DriftCase => ({
    name: caseName({ kind, name: realm }, `attributes (${how})`),
    expected: [{ kind, name: realm, action: "update", paths }],
    spoil: async (client) => {
      const profile = await client.users.getProfile({});
      const changed = change(profile.attributes ?? []);
      await client.users.updateProfile({ ...profile, attributes: changed });
    },
    read: async (client) => names((await client.users.getProfile({})).attributes),
    declared: names(attributes),
  });
  const declaredPaths = ({ name = "", validations, required, ...rest }: UserProfileAttribute) =>
    [
      ...fieldsOf(rest).map(({ keys }) => keys.join(".")),
      ...(validations ? ["validations"] : []),
      ...(required ? ["required"] : []),
    ].map((path) => `attributes.${name}.${path}`);
  return [
    list("in another order", ["attributes"], (all) => [...all].reverse()),
    list("one too many", ["attributes"], (all) => [
      ...all,
      { name: "hand-made", permissions: { view: ["admin"], edit: ["admin"] } },
    ]),
    ...attributes.map((attribute) =>
      list(`without ${attribute.name}`, ["attributes", ...declaredPaths(attribute)], (all) =>
        all.filter(({ name }) => name !== attribute.name),
      ),
    ),
  ];
}
