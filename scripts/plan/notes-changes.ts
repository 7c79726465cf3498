import type { DesiredRealm } from "../realm/desired.ts";
import type { Notes } from "./notes.ts";
import type { Change, ObjectKind } from "./plan.ts";
import { secretHash, secretName, secretsIn } from "./secrets.ts";

/**
 * What is noted before the first change: what is about to be made counts as made by portail from
 * here on, so that an interrupted run leaves nothing behind that nobody owns; and a secret that is
 * about to be written is not known until it was.
 */
export function notesBefore(notes: Notes, changes: readonly Change[]): Notes {
  const written = changes.flatMap(({ kind, name, fields }) =>
    fields.filter((field) => "secret" in field).map(({ path }) => secretName(kind, name, path)),
  );
  return {
    made: withNames(notes.made, changes.filter(isMaking)),
    secrets: Object.fromEntries(
      Object.entries(notes.secrets).filter(([name]) => !written.includes(name)),
    ),
  };
}

/**
 * What is noted after the last change.
 *
 * @param stateKey `PORTAIL_STATE_KEY`; without it no hash of a secret is kept
 */
export function notesAfter(
  notes: Notes,
  changes: readonly Change[],
  desired: DesiredRealm,
  stateKey: string | undefined,
): Notes {
  const removed = changes.filter(({ action }) => action === "delete");
  const secrets = stateKey === undefined ? {} : secretHashes(desired, stateKey);
  return { made: withoutNames(notesBefore(notes, changes).made, removed), secrets };
}

function isMaking({ action }: Change): boolean {
  return action === "create" || action === "adopt";
}

/** Keyed hashes of all declared secrets, by `secretName`. */
export function secretHashes(desired: DesiredRealm, key: string): Notes["secrets"] {
  const hashes = (kind: ObjectKind, name: string, declared: unknown) =>
    Object.entries(secretsIn(declared)).map(([path, secret]) => [
      secretName(kind, name, path),
      secretHash(key, secret),
    ]);
  return Object.fromEntries([
    ...hashes("realm", desired.name, desired.settings),
    ...desired.identityProviders.flatMap((one) => hashes("identity provider", one.alias, one)),
  ]);
}

/** Only of these kinds is anything ever removed; flows see to themselves. */
const keptKinds: readonly ObjectKind[] = ["identity provider", "client", "message", "group"];

function withNames(made: Notes["made"], changes: readonly Change[]): Notes["made"] {
  return Object.fromEntries(
    keptKinds.flatMap((kind) => {
      const names = changes.filter((change) => change.kind === kind).map(({ name }) => name);
      const all = [...new Set([...(made[kind] ?? []), ...names])].sort();
      return all.length === 0 ? [] : [[kind, all]];
    }),
  );
}

function withoutNames(made: Notes["made"], changes: readonly Change[]): Notes["made"] {
  return Object.fromEntries(
    keptKinds.flatMap((kind) => {
      const gone = new Set(
        changes.filter((change) => change.kind === kind).map(({ name }) => name),
      );
      const left = (made[kind] ?? []).filter((name) => !gone.has(name));
      return left.length === 0 ? [] : [[kind, left]];
    }),
  );
}
