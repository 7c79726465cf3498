import type { DesiredRealm } from "../realm/desired.ts";
import { schoolOfClient, schoolOfGroup } from "../realm/school.ts";
import { withParents } from "./group-changes.ts";
import type { LiveRealm } from "./live-realm.ts";
import { isMade } from "./notes.ts";
import type { ObjectKind } from "./plan.ts";

/** An object of a realm. */
export interface ObjectName {
  readonly kind: ObjectKind;
  readonly name: string;
  /** The id of the school it belongs to, where it belongs to one. */
  readonly school?: string;
}

/**
 * What portail has made, is in the realm and is no longer declared: a client before its school's
 * group, a group before the one above it. Whatever portail has not made is none of its business.
 *
 * @param live `null` when there is no such realm
 */
export function undeclared(desired: DesiredRealm, live: LiveRealm | null): ObjectName[] {
  if (!live) return [];
  const surplus = (kind: ObjectKind, there: Iterable<string>, declared: readonly string[]) => {
    const names = new Set(declared);
    return [...there].filter((name) => !names.has(name) && isMade(live.notes, kind, name));
  };
  const ofSchool = (kind: ObjectKind, name: string, school: string | undefined): ObjectName =>
    school ? { kind, name, school } : { kind, name };

  const providers = desired.identityProviders.map(({ alias }) => alias);
  const clients = desired.clients.map(({ clientId = "" }) => clientId);
  return [
    ...surplus("identity provider", live.identityProviders.keys(), providers).map(
      (name): ObjectName => ({ kind: "identity provider", name }),
    ),
    ...surplus("client", live.clients.keys(), clients).map((name) =>
      ofSchool("client", name, schoolOfClient(name)),
    ),
    ...surplus("message", messageNames(live.messages), messageNames(desired.messages)).map(
      (name): ObjectName => ({ kind: "message", name }),
    ),
    ...surplus("group", live.groupIds.keys(), withParents(desired.groups))
      .sort((a, b) => b.length - a.length)
      .map((path) => ofSchool("group", path, schoolOfGroup(path))),
  ];
}

function messageNames(messages: DesiredRealm["messages"]): string[] {
  return Object.entries(messages).flatMap(([language, texts]) =>
    Object.keys(texts).map((key) => `${language} ${key}`),
  );
}
