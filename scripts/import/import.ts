import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import pMap from "p-map";
import type { PortalConfig } from "../config/schema.ts";
import { UserError } from "../errors.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { holdingLock, importLock } from "../keycloak/lock.ts";
import { askingServer } from "../keycloak/server-error.ts";
import type { Teller } from "../terminal.ts";
import { UsualHashes } from "../users/usual-hash.ts";
import type { BareHash } from "../users/weak-hash.ts";
import { carryOut } from "./carry-out.ts";
import { type Circumstances, type Decision, decide, toBeCompleted } from "./decide/decide.ts";
import { Gathering } from "./decide/groups.ts";
import type { KnownAccount } from "./known/known-account.ts";
import { readKnown } from "./known/read-known.ts";
import { Loader } from "./load/loader.ts";
import { hasOwnWayIn, readAccount } from "./load/read-account.ts";
import type { FormerAddress, RealmAccess } from "./load/realm-access.ts";
import { finishLeaving } from "./load/take-away.ts";
import { type MissingOrder, settleMissing } from "./missing.ts";
import { giveHashes, readImportRealm, realmFingerprint, requireExtension } from "./realm.ts";
import { Counts, type ImportCounts, ReportFolder } from "./reports/report.ts";
import { ToldRows } from "./reports/told-rows.ts";
import { isRejected, type RejectedRow, type RowRules } from "./rows/export-row.ts";
import { Mentions } from "./rows/mentions.ts";
import { type ImportSource, readRows } from "./rows/read-rows.ts";

/** What is to be imported, where and how. */
export interface ImportOrder {
  readonly sources: readonly ImportSource[];
  readonly config: PortalConfig;
  readonly connection: Connection;
  /** The school of all rows, where it is one. */
  readonly school?: string;
  /** Which hash bare hexadecimal digits are. */
  readonly bare?: BareHash;
  /** Carries out changed addresses instead of holding them; asked with how many there are. */
  readonly updateAddresses?: (howMany: number) => Promise<boolean>;
  /** What becomes of people who are no longer in their school's export. */
  readonly missing?: MissingOrder;
  /** The folder that the report is written into. */
  readonly reportFolder?: string;
  readonly isDryRun: boolean;
  readonly tellFormerAddress: (former: FormerAddress) => Promise<void>;
}

/**
 * Imports schools' exports: reads them once to know who is mentioned, reads those accounts of the
 * realm, decides on each row at a second reading, carries that out, and tells what became of each.
 *
 * @throws {UserError} what is wrong with a file as a whole, with the realm, or what the server refuses
 */
export async function importPeople(order: ImportOrder, teller: Teller): Promise<ImportCounts> {
  const { config, connection, isDryRun } = order;
  const client = await connect(connection, config.realm);
  return askingServer(connection, () =>
    isDryRun
      ? importWith(client, order, teller, new AbortController().signal)
      : holdingLock(client, importLock, teller, (signal) =>
          importWith(client, order, teller, signal),
        ),
  );
}

async function importWith(
  client: KeycloakAdminClient,
  order: ImportOrder,
  teller: Teller,
  signal: AbortSignal,
): Promise<ImportCounts> {
  const { config, isDryRun, sources } = order;
  const startedAt = new Date();
  const schools = config.schools.map(({ id }) => id);
  const { groups, open } = await readImportRealm(client, order.school ? [order.school] : schools);
  const rules: RowRules = {
    schools: new Set(schools),
    open,
    ...(order.school === undefined ? {} : { school: order.school }),
    ...(order.bare === undefined ? {} : { bare: order.bare }),
  };
  teller.start("Reading the rows");
  const { mentions, hashes, total } = await mentioned(sources, rules);
  if (hashes.size > 0) await requireExtension(client);
  const access: RealmAccess = {
    client,
    realm: config.realm,
    groups: new Map([...groups].map(([id, group]) => [id, group.id ?? ""])),
    fingerprint: await realmFingerprint(client, isDryRun),
    teller,
    signal,
    tellFormerAddress: order.tellFormerAddress,
  };
  if (!isDryRun) {
    await giveHashes(client, groups, hashes);
    for (const school of mentions.schools) await finishLeaving(access, school);
  }
  teller.start(`Looking up ${mentions.addressCount} addresses in the realm`);
  const known = await readKnown(access, mentions);
  const at: Circumstances = {
    known,
    mentions,
    open,
    fingerprint: access.fingerprint,
    updatesAddresses: order.updateAddresses !== undefined,
  };
  if (order.updateAddresses) {
    const moves = await countMoves(decisions(sources, rules, at, access));
    if (moves > 0 && !isDryRun && !(await order.updateAddresses(moves))) {
      throw stopped();
    }
  }

  const counts = new Counts(mentions.schools);
  const folder =
    order.reportFolder === undefined
      ? undefined
      : await ReportFolder.open(
          order.reportFolder,
          {
            version: 1,
            startedAt: startedAt.toISOString(),
            dryRun: isDryRun,
            files: sources.map(({ name }) => name),
          },
          mentions.schools,
          order.missing !== undefined,
        );
  const told = new ToldRows(teller);
  const reports = folder ? [counts, told, folder] : [counts, told];
  const progress = teller.progress(
    isDryRun ? "Comparing people" : "Importing people",
    total,
    "rows",
  );
  try {
    await carryOut(
      decisions(sources, rules, at, access),
      isDryRun ? undefined : new Loader(access),
      access.fingerprint,
      reports,
      () => progress.to(counts.soFar.rows.rows),
    );
    progress.end();
    if (order.missing) await settleMissing(order.missing, access, at, isDryRun, reports);
  } catch (error) {
    progress.end();
    // What was done until then can be read all the same.
    await folder?.close();
    throw error;
  }
  await folder?.close(counts.soFar);
  return counts.soFar;
}

/** What must be known of all rows before the first can be decided on. */
async function mentioned(
  sources: readonly ImportSource[],
  rules: RowRules,
): Promise<{ mentions: Mentions; hashes: Map<string, string>; total: number }> {
  const mentions = new Mentions();
  const hashes = new UsualHashes();
  let total = 0;
  for await (const row of readRows(sources, rules)) {
    total += 1;
    if (isRejected(row)) {
      if (rules.schools.has(row.cells.school)) mentions.addRejected(row);
    } else {
      mentions.add(row);
      if (row.password) hashes.add(row.school, row.password);
    }
  }
  return { mentions, hashes: hashes.ofNobody(), total };
}

async function* decisions(
  sources: readonly ImportSource[],
  rules: RowRules,
  at: Circumstances,
  access: RealmAccess,
): AsyncGenerator<Decision | RejectedRow> {
  const gathering = new Gathering(at.mentions, at.known);
  for await (const row of readRows(sources, rules)) {
    if (isRejected(row)) {
      yield row;
      continue;
    }
    const group = gathering.add(row);
    if (!group) continue;
    const incomplete = toBeCompleted(group, at);
    if (incomplete.length > 0) await complete(incomplete, at, access);
    yield decide(group, at);
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

/** How many rows would have an address changed. */
async function countMoves(decided: AsyncIterable<Decision | RejectedRow>): Promise<number> {
  let moves = 0;
  for await (const decision of decided) {
    if ("reason" in decision) continue;
    const rows = decision.plans.flatMap((plan) => plan.rows);
    moves += rows.filter(({ findings }) =>
      findings.some(({ kind }) => kind === "address-updated"),
    ).length;
  }
  return moves;
}

function stopped(): UserError {
  return new UserError(
    "IMPORT_STOPPED",
    "nothing was imported",
    "Run the command again without --update-addresses: changed addresses are then listed and left as they are.",
  );
}
