import type { UserProfileConfig } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import type { DesiredRealm } from "../realm/desired.ts";
import { type FieldChange, fieldChanges } from "./field-changes.ts";
import type { LiveRealm } from "./live-realm.ts";
import { withMappersByName } from "./mappers.ts";
import type { Change, JudgeOf } from "./plan.ts";

/*
 * What differs in the realm as a whole. `live` is `null` when there is no such realm.
 */

/** In the realm's own settings; always one, also without a difference. */
export function settingsChange(
  { name, settings }: DesiredRealm,
  live: LiveRealm | null,
  judgeOf: JudgeOf,
): Change[] {
  const fields = fieldChanges(settings, live?.settings, judgeOf("realm", name));
  return [{ kind: "realm", name, action: live ? "update" : "create", fields }];
}

/**
 * In the user profile. It is one document: an attribute or a rule that is in the realm and not
 * declared would ask parents for something, so it counts as a difference.
 */
export function userProfileChange(
  { name, userProfile }: DesiredRealm,
  live: LiveRealm | null,
): Change[] {
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

/** In what people can be asked to do; Keycloak makes these actions together with the realm. */
export function requiredActionChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return desired.requiredActions.flatMap((action): Change[] => {
    const name = action.alias ?? "";
    const found = live?.requiredActions.get(name);
    const fields = fieldChanges(action, found);
    if (found && fields.length === 0) return [];
    const isMissing = live !== null && found === undefined;
    return [{ kind: "required action", name, action: isMissing ? "create" : "update", fields }];
  });
}

/** In the scopes with promised claims; Keycloak makes these scopes together with the realm. */
export function clientScopeChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return desired.clientScopes.flatMap((scope): Change[] => {
    const name = scope.name ?? "";
    const found = live?.clientScopes.get(name);
    const fields = fieldChanges(withMappersByName(scope), found && withMappersByName(found));
    if (found && fields.length === 0) return [];
    const isMissing = live !== null && found === undefined;
    return [{ kind: "client scope", name, action: isMissing ? "create" : "update", fields }];
  });
}

/** In the realm's own messages. */
export function messageChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return Object.entries(desired.messages).flatMap(([language, messages]) =>
    Object.entries(messages).flatMap(([key, text]): Change[] => {
      const found = live?.messages[language]?.[key];
      const fields = fieldChanges({ text }, { text: found });
      if (fields.length === 0) return [];
      const action = found === undefined ? "create" : "update";
      return [{ kind: "message", name: `${language} ${key}`, action, fields }];
    }),
  );
}
