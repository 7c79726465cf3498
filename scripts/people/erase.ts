import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import pMap from "p-map";
import { concurrency } from "../keycloak/concurrency.ts";
import { patientlyIfThere } from "../keycloak/patiently.ts";
import { leftAttribute } from "../realm/school.ts";
import type { Teller } from "../terminal.ts";
import { type Looked, lookAt } from "./find-schoolless.ts";
import type { Period } from "./schoolless.ts";

/** What has become of accounts. */
export interface Erased {
  /** Erased, with all that was theirs. */
  readonly erased: number;
  /** Say from now on that no school knows them, so that their period has begun. */
  readonly marked: number;
  /** No longer say so, since a school knows them again. */
  readonly unmarked: number;
  /** Left alone: since the first look a school took them up, or they changed otherwise. */
  readonly changed: readonly Looked[];
}

/**
 * Erases the accounts whose period is over, begins it for those that don't say when they were left, and
 * takes the mark away where a school knows somebody again. Each is looked at once more right before, so
 * that nobody is erased whom a school took up since the first look. What is interrupted can simply be
 * run again.
 *
 * @param found from `findSchoolless`
 * @param signal aborts when nothing more may be done
 */
export async function eraseSchoolless(
  client: KeycloakAdminClient,
  found: readonly Looked[],
  period: Period,
  teller: Teller,
  signal: AbortSignal,
): Promise<Erased> {
  const todo = found.filter(({ standing }) => standing.is in steps);
  const done = { due: 0, unmarked: 0, known: 0 };
  const changed: Looked[] = [];
  const failures: unknown[] = [];
  const progress = teller.progress("Settling accounts", todo.length, "people");
  let seen = 0;
  try {
    await pMap(
      todo,
      async (account) => {
        // What has begun is waited for, so that nothing is erased once this has ended.
        if (signal.aborted || failures.length > 0) return;
        const { is } = account.standing as { is: keyof typeof steps };
        try {
          const outcome = await steps[is](client, account.id, period);
          if (outcome === "done") done[is]++;
          if (outcome === "changed") changed.push(account);
          progress.to(++seen);
        } catch (error) {
          failures.push(error);
        }
      },
      { concurrency },
    );
  } finally {
    progress.end();
  }
  signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return { erased: done.due, marked: done.unmarked, unmarked: done.known, changed };
}

/** `gone`: somebody else has erased it meanwhile. */
type Outcome = "done" | "changed" | "gone";

/** What is done with an account, by how it stands. */
const steps = {
  /** Keycloak tells the applications that somebody is signed out, and only then forgets who it was. */
  async due(client, id, period) {
    const isStillDue = async () => (await lookAt(client, id, period))?.standing.is;
    const first = await isStillDue();
    if (first !== "due") return first === undefined ? "gone" : "changed";
    await patientlyIfThere(() => client.users.logout({ id }));
    const last = await isStillDue();
    if (last !== "due") return last === undefined ? "gone" : "changed";
    await patientlyIfThere(() => client.users.del({ id }));
    return "done";
  },
  unmarked: (client, id, period) => writeMark(client, id, period, "unmarked", [period.today]),
  known: (client, id, period) => writeMark(client, id, period, "known", undefined),
} as const satisfies Record<
  string,
  (client: KeycloakAdminClient, id: string, period: Period) => Promise<Outcome>
>;

/** Keycloak takes the attributes as a whole: those that are not sent are lost. */
async function writeMark(
  client: KeycloakAdminClient,
  id: string,
  period: Period,
  expected: "unmarked" | "known",
  mark: readonly string[] | undefined,
): Promise<Outcome> {
  const now = await lookAt(client, id, period);
  if (!now) return "gone";
  if (now.standing.is !== expected) return "changed";
  const { [leftAttribute]: _, ...attributes } = now.user.attributes ?? {};
  await patientlyIfThere(() =>
    client.users.update(
      { id },
      { ...now.user, attributes: { ...attributes, ...(mark ? { [leftAttribute]: mark } : {}) } },
    ),
  );
  return "done";
}
