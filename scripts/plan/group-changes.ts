import type { DesiredRealm } from "../realm/desired.ts";
import { schoolOfGroup } from "../realm/school.ts";
import type { LiveRealm } from "./live-realm.ts";
import type { Change } from "./plan.ts";

/**
 * The groups that are missing.
 *
 * @param live `null` when there is no such realm
 */
export function groupChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  return withParents(desired.groups)
    .filter((path) => !live?.groupIds.has(path))
    .map((path) => {
      const school = schoolOfGroup(path);
      const change = { kind: "group", name: path, action: "create", fields: [] } as const;
      return school ? { ...change, school } : change;
    });
}

/** Each path after those of the groups above it. */
export function withParents(paths: readonly string[]): string[] {
  const all = paths.flatMap((path) => {
    const names = path.split("/").slice(1);
    return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
  });
  return [...new Set(all)];
}
