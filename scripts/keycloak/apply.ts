import { isDeepStrictEqual } from "node:util";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import pRetry from "p-retry";
import { UserError, UserErrors } from "../errors.ts";
import { dueLeftovers } from "../plan/flow-changes.ts";
import type { LiveRealm } from "../plan/live-realm.ts";
import { noNotes } from "../plan/notes.ts";
import { notesAfter, notesBefore } from "../plan/notes-changes.ts";
import { type Plan, type PlanOptions, planOf } from "../plan/plan.ts";
import { changeLine, leftoverLine, objectName } from "../plan/print.ts";
import type { DesiredRealm } from "../realm/desired.ts";
import type { Teller } from "../terminal.ts";
import { carryOut } from "./carry-out.ts";
import { type Connection, connect } from "./connection.ts";
import { clearLeftover } from "./flows.ts";
import { applyLock, holdingLock } from "./lock.ts";
import { writeNotes } from "./notes.ts";
import { readRealm } from "./read.ts";
import { createRealm } from "./realm-settings.ts";
import { askingServer, isPassing, patience } from "./server-error.ts";
import { ensureNotTooOld, readVersion } from "./server-version.ts";

/** A realm beside what it should be. */
export interface Comparison {
  readonly connection: Connection;
  readonly client: KeycloakAdminClient;
  /** As far as the account may see it. */
  readonly serverVersion: string | undefined;
  readonly desired: DesiredRealm;
  readonly options: PlanOptions;
  /** `null` when there is no such realm. */
  readonly live: LiveRealm | null;
  readonly plan: Plan;
}

/** What was done to a realm. */
export interface Applied {
  /** True when the realm was not there before. */
  readonly created: boolean;
  /** One line for each object that was made or changed; empty when all was as it should be. */
  readonly changes: readonly string[];
}

/**
 * Reads a realm and works out what would make it what it should be. Writes nothing.
 *
 * @param desired from `desiredRealm`
 * @throws {UserError} when the server can't be reached, or refuses
 */
export async function compareRealm(
  desired: DesiredRealm,
  connection: Connection,
  options: PlanOptions = {},
): Promise<Comparison> {
  const client = await connect(connection, desired.name);
  return askingServer(connection, async () => {
    const serverVersion = await readVersion(client);
    ensureNotTooOld(connection.url, serverVersion);
    const live = await readRealm(client, desired);
    const plan = planOf(desired, live, options);
    return { connection, client, serverVersion, desired, options, live, plan };
  });
}

/** Whether there is nothing to be done, not even to clean up. */
export function isNothingToDo(plan: Plan): boolean {
  return plan.conflicts.length + stepsOf(plan) === 0;
}

function stepsOf({ changes, leftovers }: Plan): number {
  return changes.length + dueLeftovers(leftovers, new Date()).length;
}

/**
 * Does what a plan says, in its order, and no more. Nobody else can apply at the same time. What
 * fails in passing is tried again; what is interrupted can simply be run again.
 *
 * @throws {UserErrors} for each conflict of the plan, before anything is done
 * @throws {UserError} `REALM_CHANGED` when the realm is no longer the one that the plan was made
 *   for; and when the server can't be reached, or refuses
 */
export async function applyPlan(comparison: Comparison, teller: Teller): Promise<Applied> {
  const { connection, client, desired, options, live, plan } = comparison;
  if (plan.conflicts.length > 0) throw new UserErrors(conflictErrors(plan));
  if (isNothingToDo(plan)) return { created: false, changes: [] };
  return askingServer(connection, async () => {
    const created =
      live === null && (await createRealm(client, desired, notesBefore(noNotes, plan.changes)));
    const changes = await holdingLock(client, applyLock, teller, async (signal) => {
      const now = await compareRealm(desired, connection, options);
      // Somebody else has done the same meanwhile.
      if (isNothingToDo(now.plan)) return [];
      if (live && !isDeepStrictEqual(now.plan, plan)) throw realmChanged(desired.name);
      return persistently(now, teller, signal);
    });
    return { created, changes: [...(created ? [`realm ${desired.name}: made`] : []), ...changes] };
  });
}

/**
 * Makes a realm what it should be, without asking. Running it twice is harmless: the second time
 * writes nothing.
 *
 * @param desired from `desiredRealm`
 * @throws {UserError} as `applyPlan`
 */
export async function applyConfig(
  desired: DesiredRealm,
  connection: Connection,
  teller: Teller,
  options: PlanOptions = {},
): Promise<Applied> {
  return applyPlan(await compareRealm(desired, connection, options), teller);
}

/** What is wrong with each object that stands in a plan's way, and what to do about it. */
export function conflictErrors({ conflicts }: Plan): UserError[] {
  return conflicts.map(
    (conflict) =>
      new UserError(
        "PLAN_CONFLICT",
        `${objectName(conflict)} ${conflict.problem}`,
        conflict.remedy,
      ),
  );
}

/**
 * Carries a plan out, and after a passing failure what is left of it: the realm is read again, so
 * that nothing is made twice that was made although the answer got lost.
 */
async function persistently(
  first: Comparison,
  teller: Teller,
  signal: AbortSignal,
): Promise<string[]> {
  const { connection, desired, options } = first;
  const total = stepsOf(first.plan);
  const lines = new Set<string>();
  let done = 0;
  const progress = teller.progress("Applying", total, "changes");
  try {
    await pRetry(
      async (attempt) => {
        const now = attempt === 1 ? first : await compareRealm(desired, connection, options);
        done = total - stepsOf(now.plan);
        await attempted(now, signal, (line) => {
          lines.add(line);
          progress.to(++done);
        });
      },
      {
        ...patience,
        signal,
        shouldRetry: ({ error }) => isPassing(error),
        onFailedAttempt: ({ error, retriesLeft }) => {
          if (isPassing(error) && retriesLeft > 0) {
            teller.warn(`${error.message}. Going on in a moment.`);
          }
        },
      },
    );
  } catch (error) {
    teller.warn(
      `${done} of ${total} changes were made before it failed. Running the command again goes on from there.`,
    );
    throw error;
  } finally {
    progress.end();
  }
  return [...lines];
}

async function attempted(
  { connection, client, desired, options, live, plan }: Comparison,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<void> {
  if (!live) throw new Error(`the realm ${desired.name} is gone while it is changed`);
  const before = notesBefore(live.notes, plan.changes);
  if (!isDeepStrictEqual(before, live.notes)) await writeNotes(client, before);
  await carryOut({ connection, client, desired, live }, plan.changes, signal, (change) =>
    tell(changeLine(change)),
  );
  for (const leftover of dueLeftovers(plan.leftovers, new Date())) {
    await clearLeftover(client, live, leftover);
    tell(leftoverLine(leftover));
  }
  const after = notesAfter(live.notes, plan.changes, desired, options.stateKey);
  if (!isDeepStrictEqual(after, before)) await writeNotes(client, after);
}

function realmChanged(realm: string): UserError {
  return new UserError(
    "REALM_CHANGED",
    `the realm "${realm}" has changed since the plan was made; nothing was done`,
    "Look at a new plan: run the command again.",
  );
}
