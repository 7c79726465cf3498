import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type RequiredActionProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js";
import type { DesiredRealm } from "../../scripts/realm/desired.ts";
import { type DriftCase, fieldCases, type LiveObject, removalCase } from "./drift-case.ts";

/** The realm's own settings. */
export function settingsCases({ name: realm, settings }: DesiredRealm): DriftCase[] {
  const object: LiveObject = {
    kind: "realm",
    name: realm,
    foundBy: ["realm"],
    read: async (client) => ({ ...(await client.realms.findOne({ realm })) }),
    write: (client, changed) => client.realms.update({ realm }, changed as RealmRepresentation),
  };
  return fieldCases(object, settings);
}

/** What people can be asked to do. */
export function requiredActionCases({ requiredActions }: DesiredRealm): DriftCase[] {
  return requiredActions.flatMap((action) => {
    const { alias = "" } = action;
    const object: LiveObject = {
      kind: "required action",
      name: alias,
      foundBy: ["alias"],
      read: async (client) => {
        const all = await client.authenticationManagement.getRequiredActions();
        const found = all.find((one) => one.alias === alias);
        return found && { ...found };
      },
      write: (client, changed) =>
        client.authenticationManagement.updateRequiredAction(
          { alias },
          changed as RequiredActionProviderRepresentation,
        ),
    };
    const remove: DriftCase["spoil"] = (client) =>
      client.authenticationManagement.deleteRequiredAction({ alias });
    return [...fieldCases(object, action), removalCase(object, { remove })];
  });
}

/** The realm's own messages. */
export function messageCases({ name: realm, messages }: DesiredRealm): DriftCase[] {
  return Object.entries(messages).flatMap(([selectedLocale, texts]) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const place = { realm, selectedLocale, key };
      const object: LiveObject = {
        kind: "message",
        name: `${selectedLocale} ${key}`,
        foundBy: [],
        read: async (client) => {
          const all = await client.realms.getRealmLocalizationTexts({ realm, selectedLocale });
          const found = (all as Record<string, string>)[key];
          return found === undefined ? undefined : { text: found };
        },
        write: (client, changed) => client.realms.addLocalization(place, String(changed.text)),
      };
      const remove: DriftCase["spoil"] = (client) =>
        client.realms.deleteRealmLocalizationTexts(place);
      return [...fieldCases(object, { text }), removalCase(object, { remove })];
    }),
  );
}

/** The schools' groups; without the one above them all of them are gone. */
export function groupCases({ groups }: DesiredRealm): DriftCase[] {
  const above = [...new Set(groups.map((path) => path.slice(0, path.lastIndexOf("/"))))];
  return [...above, ...groups].map((name) => {
    const gone = [name, ...groups.filter((path) => path.startsWith(`${name}/`))];
    return {
      ...removalCase(
        {
          kind: "group",
          name,
          read: async (client) => {
            const [top = "", below] = name.slice(1).split("/");
            const [found] = await client.groups.find({ search: top, exact: true });
            if (below === undefined || !found?.id) return found && { ...found };
            const children = await client.groups.listSubGroups({ parentId: found.id });
            const child = children.find((group) => group.name === below);
            return child && { ...child };
          },
        },
        {
          remove: async (client) => {
            const group = await client.realms.getGroupByPath({
              realm: client.realmName,
              path: name.slice(1),
            });
            await client.groups.del({ id: group.id ?? "" });
          },
        },
      ),
      expected: gone.map((path) => ({ kind: "group" as const, name: path, action: "create" })),
    } satisfies DriftCase;
  });
}
