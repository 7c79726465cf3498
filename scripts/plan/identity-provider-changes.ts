import type { DesiredRealm } from "../realm/desired.ts";
import { fieldChanges } from "./field-changes.ts";
import type { LiveRealm } from "./live-realm.ts";
import type { Change, JudgeOf } from "./plan.ts";

/**
 * What differs in the identity providers.
 *
 * @param live `null` when there is no such realm
 */
export function identityProviderChanges(
  desired: DesiredRealm,
  live: LiveRealm | null,
  judgeOf: JudgeOf,
): Change[] {
  return desired.identityProviders.flatMap((provider): Change[] => {
    const name = provider.alias;
    const found = live?.identityProviders.get(name);
    const fields = fieldChanges(provider, found, judgeOf("identity provider", name));
    if (found && fields.length === 0) return [];
    return [{ kind: "identity provider", name, action: found ? "update" : "create", fields }];
  });
}
