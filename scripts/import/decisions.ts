import pMap from "p-map";
import { type Circumstances, type Decision, decide, toBeCompleted } from "./decide/decide.ts";
import { Gathering } from "./decide/groups.ts";
import type { KnownAccount } from "./known/known-account.ts";
import { hasOwnWayIn, readAccount } from "./load/read-account.ts";
import type { RealmAccess } from "./load/realm-access.ts";
import { type ExportRow, isRejected, type RejectedRow } from "./rows/export-row.ts";

/** Decides on all rows, in their order; rejected ones come as they are. */
export async function* decisions(
  rows: AsyncIterable<ExportRow | RejectedRow>,
  at: Circumstances,
  access: RealmAccess,
): AsyncGenerator<Decision | RejectedRow> {
  const gathering = new Gathering(at.mentions, at.known);
  for await (const row of rows) {
    if (isRejected(row)) {
      yield row;
      continue;
    }
    for (const group of gathering.add(row)) {
      const incomplete = toBeCompleted(group, at);
      if (incomplete.length > 0) await complete(incomplete, at, access);
      yield decide(group, at);
    }
  }
  for (const group of gathering.rest()) yield decide(group, at);
}

/**
 * Reads of accounts what was not read of all. What was read before stays as it was, also where this
 * import has changed it meanwhile: decisions don't depend on their order.
 */
async function complete(
  accounts: readonly KnownAccount[],
  { known, updatesAddresses }: Circumstances,
  access: RealmAccess,
): Promise<void> {
  await pMap(accounts, async (account) => {
    const read = await readAccount(access, account.id);
    if (!read) return;
    known.replace({
      ...account,
      schools: new Set([...account.schools, ...read.known.schools]),
      hasAllSchools: true,
      ...(updatesAddresses ? { hasOwnWayIn: await hasOwnWayIn(access, account.id) } : {}),
    });
  });
}
