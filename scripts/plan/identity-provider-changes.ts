import type { DesiredRealm } from "../realm/desired.ts";
import { fieldChanges } from "./field-changes.ts";
import type { LiveRealm } from "./live-realm.ts";
import { isMade } from "./notes.ts";
import type { Change, JudgeOf } from "./plan.ts";

/**
 * What differs in the identity providers. One that portail has made and that is no longer declared is
 * switched off: its button would lead people into an application that nobody looks after. What they
 * are linked with is kept, and comes back with it; `--prune` removes both.
 *
 * @param live `null` when there is no such realm
 * @param prunes whether what is no longer declared is removed
 */
export function identityProviderChanges(
  desired: DesiredRealm,
  live: LiveRealm | null,
  judgeOf: JudgeOf,
  prunes: boolean,
): Change[] {
  const declared = declaredChanges(desired, live, judgeOf);
  return live === null || prunes ? declared : [...declared, ...switchedOff(desired, live)];
}

function switchedOff({ identityProviders }: DesiredRealm, live: LiveRealm): Change[] {
  const declared = new Set(identityProviders.map(({ alias }) => alias));
  return [...live.identityProviders]
    .filter(([name, { enabled }]) => enabled && !declared.has(name))
    .filter(([name]) => isMade(live.notes, "identity provider", name))
    .map(([name]): Change => {
      const fields = [{ path: "enabled", from: true, to: false }];
      return { kind: "identity provider", name, action: "update", fields };
    });
}

function declaredChanges(
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
