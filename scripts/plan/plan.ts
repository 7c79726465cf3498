import type { DesiredRealm } from "../realm/desired.ts";
import { clientChanges } from "./client-changes.ts";
import { type Conflict, conflicts } from "./conflicts.ts";
import type { FieldChange } from "./field-changes.ts";
import { flowChanges, type LeftoverFlow, leftoverFlows } from "./flow-changes.ts";
import { groupChanges } from "./group-changes.ts";
import { identityProviderChanges } from "./identity-provider-changes.ts";
import type { LiveRealm } from "./live-realm.ts";
import { noNotes } from "./notes.ts";
import {
  clientScopeChanges,
  messageChanges,
  requiredActionChanges,
  settingsChange,
  userProfileChange,
} from "./realm-changes.ts";
import { byNotedHash, byWhatIsShown, type SecretJudge, secretName } from "./secrets.ts";
import { type ObjectName, undeclared } from "./undeclared.ts";

/** What a change is about. */
export type ObjectKind =
  | "realm"
  | "user profile"
  | "required action"
  | "client scope"
  | "flow"
  | "identity provider"
  | "client"
  | "message"
  | "group";

/** One object of the realm that is not as declared. */
export interface Change {
  readonly kind: ObjectKind;
  /** What the object is called in its kind; a message by language and key, a group by its path. */
  readonly name: string;
  /** The id of the school it belongs to, where it belongs to one. */
  readonly school?: string;
  /**
   * `rebuild`: a new flow is made completely and takes the place of the old one. `adopt`: what
   * somebody else has made is changed and is portail's from then on.
   */
  readonly action: "create" | "update" | "rebuild" | "adopt" | "delete";
  /** Every field that gets another value; of an object that is made, all that is declared. */
  readonly fields: readonly FieldChange[];
}

/** All that would make a realm what it should be. */
export interface Plan {
  /** The realm's name. */
  readonly realm: string;
  /** In the order in which they are made; empty when the realm is as declared. */
  readonly changes: readonly Change[];
  /** What stands in the way: nothing is changed as long as there is something here. */
  readonly conflicts: readonly Conflict[];
  /** Made by portail and no longer declared: left alone unless it is to be pruned. */
  readonly undeclared: readonly ObjectName[];
  /** Flows of ours that are no longer bound; none of them is a difference. */
  readonly leftovers: readonly LeftoverFlow[];
  /** Secrets that can't be compared, since Keycloak does not show them. */
  readonly unknown: readonly string[];
}

/** How far a plan goes. */
export interface PlanOptions {
  /** Write also the secrets that can't be compared. */
  readonly writesSecrets?: boolean;
  /** Remove what portail has made and is no longer declared. */
  readonly prunes?: boolean;
  /** Take over objects that have a declared name and were not made by portail. */
  readonly adopts?: boolean;
  /** `PORTAIL_STATE_KEY`, by which a changed secret is seen. */
  readonly stateKey?: string;
}

/** The judge of the secrets of one object, as `secretName` names it. */
export type JudgeOf = (kind: ObjectKind, name: string) => SecretJudge;

/**
 * Compares what a realm should be with what it is. Needs no server; the same input gives the same
 * plan in the same order.
 *
 * @param live `null` when there is no such realm
 */
export function planOf(
  desired: DesiredRealm,
  live: LiveRealm | null,
  { writesSecrets = false, prunes = false, adopts = false, stateKey }: PlanOptions = {},
): Plan {
  const { secrets } = live?.notes ?? noNotes;
  const judgeOf: JudgeOf = (kind, name) =>
    stateKey ? byNotedHash(kind, name, stateKey, secrets) : byWhatIsShown;
  const surplus = undeclared(desired, live);
  const found: Change[] = [
    ...settingsChange(desired, live, judgeOf),
    ...userProfileChange(desired, live),
    ...requiredActionChanges(desired, live),
    ...clientScopeChanges(desired, live),
    ...flowChanges(desired, live),
    ...identityProviderChanges(desired, live, judgeOf, prunes),
    ...clientChanges(desired, live),
    ...messageChanges(desired, live),
    ...groupChanges(desired, live),
    ...(prunes ? surplus.map((one) => ({ ...one, action: "delete" as const, fields: [] })) : []),
  ];
  const inTheWay = conflicts(desired, live);
  const isAdopted = ({ canBeAdopted }: Conflict) => adopts && canBeAdopted;
  const unknown: string[] = [];
  const changes = adopted(found, inTheWay.filter(isAdopted)).flatMap((change) => {
    const fields = change.fields.flatMap((field): FieldChange[] => {
      if (!("secret" in field) || field.secret !== "unknown") return [field];
      if (writesSecrets) return [{ path: field.path, secret: "changed" }];
      unknown.push(secretName(change.kind, change.name, field.path));
      return [];
    });
    return change.action === "update" && fields.length === 0 ? [] : [{ ...change, fields }];
  });
  return {
    realm: desired.name,
    changes,
    conflicts: inTheWay.filter((one) => !isAdopted(one)),
    undeclared: prunes ? [] : surplus,
    leftovers: leftoverFlows(desired, live),
    unknown,
  };
}

/** Marks the changes of what is taken over, and adds those of which nothing else is to be changed. */
function adopted(changes: readonly Change[], objects: readonly ObjectName[]): Change[] {
  const isSame = (a: ObjectName, b: ObjectName) => a.kind === b.kind && a.name === b.name;
  const untouched = objects.filter((object) => !changes.some((change) => isSame(change, object)));
  return [
    ...changes.map((change) =>
      objects.some((object) => isSame(change, object))
        ? { ...change, action: "adopt" as const }
        : change,
    ),
    ...untouched.map(({ kind, name, school }) => {
      const change = { kind, name, action: "adopt", fields: [] } as const;
      return school ? { ...change, school } : change;
    }),
  ];
}
