import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import pMap from "p-map";
import type { PortalConfig } from "../config/schema.ts";
import { counted } from "../counted.ts";
import { concurrency } from "../keycloak/concurrency.ts";
import { type Connection, connect } from "../keycloak/connection.ts";
import { holdingLock, importLock } from "../keycloak/lock.ts";
import { askingServer } from "../keycloak/server-error.ts";
import { legacyHashAttribute } from "../realm/legacy.ts";
import { importedRowsAttribute } from "../realm/people.ts";
import type { Teller } from "../terminal.ts";
import type { BareHash } from "../users/weak-hash.ts";
import { carryOut } from "./carry-out.ts";
import type { Circumstances, Decision } from "./decide/decide.ts";
import { settleNumbers } from "./decide/settle-numbers.ts";
import { decisions } from "./decisions.ts";
import { fingerprintWith } from "./fingerprint.ts";
import { type FirstReading, readFirst } from "./first-reading.ts";
import { readKnown } from "./known/read-known.ts";
import { importKey } from "./load/fingerprint-key.ts";
import { Loader } from "./load/loader.ts";
import type { FormerAddress, RealmAccess } from "./load/realm-access.ts";
import { finishLeaving } from "./load/take-away.ts";
import { type MissingOrder, settleMissing, tellMissing } from "./missing.ts";
import { carryOutMoves, movesOf, movesRefused } from "./moves.ts";
import { type ImportRealm, readImportRealm, requireExtension, requireRealm } from "./realm.ts";
import { Counts, type ImportCounts, type ImportReport, ReportFolder } from "./reports/report.ts";
import { ToldRows } from "./reports/told-rows.ts";
import type { ExportRow, RejectedRow, RowRules } from "./rows/export-row.ts";
import { type ImportSource, readRows } from "./rows/read-rows.ts";
import { noteOfSchool } from "./school-notes.ts";

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
  return askingServer(connection, async () => {
    await requireRealm(client);
    return isDryRun
      ? importInto(client, order, teller, new AbortController().signal)
      : holdingLock(client, importLock, teller, (signal) =>
          importInto(client, order, teller, signal),
        );
  });
}

/**
 * The same with a client of the realm that is at hand, and whoever asks sees to it that nobody else
 * imports meanwhile.
 *
 * @param signal aborts when it must not go on
 */
export async function importInto(
  client: KeycloakAdminClient,
  order: Omit<ImportOrder, "connection" | "config"> & {
    readonly config: Pick<PortalConfig, "realm"> & { readonly schools: readonly { id: string }[] };
  },
  teller: Teller,
  signal: AbortSignal,
): Promise<ImportCounts> {
  const { config, isDryRun, sources } = order;
  const startedAt = new Date().toISOString();
  const schools = config.schools.map(({ id }) => id);
  const { groups, notes, open } = await readImportRealm(
    client,
    order.school ? [order.school] : schools,
  );
  const key = await importKey(client, isDryRun);
  const ended = new AbortController();
  const access: RealmAccess = {
    client,
    realm: config.realm,
    groups,
    fingerprint: fingerprintWith(key),
    teller,
    signal: AbortSignal.any([signal, ended.signal]),
    underWay: new Set(),
    tellFormerAddress: order.tellFormerAddress,
  };
  const rules: RowRules = {
    schools: new Set(schools),
    open,
    ...(order.school === undefined ? {} : { school: order.school }),
    ...(order.bare === undefined ? {} : { bare: order.bare }),
  };

  teller.start("Reading the rows");
  const first = await readFirst(sources, rules, key);
  // Before anything is changed: what becomes of people must be told somewhere.
  const folder = order.reportFolder
    ? await ReportFolder.open(
        order.reportFolder,
        { version: 1, startedAt, dryRun: isDryRun, files: sources.map(({ name }) => name) },
        first.mentions.schools,
        order.missing,
      )
    : undefined;
  try {
    const counts = await importRead(first, order, rules, notes, access, folder);
    await folder?.close(counts);
    return counts;
  } catch (error) {
    // Whoever may import next must not meet what others of this import still do.
    ended.abort(error);
    await Promise.allSettled(access.underWay);
    // What was done until then can be read all the same, unless that is what went wrong.
    await folder?.close().catch(() => {});
    throw error;
  }
}

/** Imports rows that were read once. */
async function importRead(
  { mentions, digests, usualHashes, total }: FirstReading,
  order: Pick<ImportOrder, "sources" | "updateAddresses" | "missing" | "isDryRun">,
  rules: RowRules,
  notes: ImportRealm["notes"],
  access: RealmAccess,
  folder: ReportFolder | undefined,
): Promise<ImportCounts> {
  const { sources, isDryRun } = order;
  if (usualHashes.size > 0) await requireExtension(access.client);
  const trusted = order.updateAddresses ? new Set<string>() : unchanged(notes, digests);
  if (!isDryRun) await prepare(access, notes, mentions.schools, trusted, usualHashes);

  access.teller.start(
    `Looking up ${counted(mentions.addressCount, "address", "addresses")} in the realm`,
  );
  const rows = () => readRows(sources, rules);
  const known = await readKnown(access, { mentions, trusted, rows });
  settleNumbers(mentions, known);
  const before: Circumstances = {
    known,
    mentions,
    open: rules.open,
    fingerprint: access.fingerprint,
    updatesAddresses: order.updateAddresses !== undefined,
    moved: new Set(),
  };
  const at = isDryRun ? before : await move(order, rows, before, access);
  const missing = order.missing
    ? await settleMissing(order.missing, access, mentions, known, isDryRun)
    : [];

  const counts = new Counts(mentions.schools);
  const reports = [counts, new ToldRows(access.teller), ...(folder ? [folder] : [])];
  const loader = isDryRun ? undefined : new Loader(access);
  await carryOutAll(decisions(rows(), at, access), loader, access, reports, counts, total);
  await tellMissing(missing, reports);
  if (!isDryRun) await noteRows(access, digests, trusted, counts);
  return counts.soFar;
}

/** Carries changed addresses out, where that was ordered. */
async function move(
  { updateAddresses }: Pick<ImportOrder, "updateAddresses">,
  rows: () => AsyncIterable<ExportRow | RejectedRow>,
  at: Circumstances,
  access: RealmAccess,
): Promise<Circumstances> {
  if (!updateAddresses) return at;
  const moves = await movesOf(decisions(rows(), at, access));
  if (moves.rows.size === 0) return at;
  if (!(await updateAddresses(moves.rows.size))) throw movesRefused();
  await carryOutMoves(moves, access, at.known);
  return { ...at, moved: moves.rows };
}

async function carryOutAll(
  decided: AsyncIterable<Decision | RejectedRow>,
  loader: Loader | undefined,
  { fingerprint, teller }: RealmAccess,
  reports: readonly ImportReport[],
  counts: Counts,
  total: number,
): Promise<void> {
  const progress = teller.progress(loader ? "Importing people" : "Comparing people", total, "rows");
  try {
    await carryOut(decided, loader, fingerprint, reports, () =>
      progress.to(counts.soFar.rows.rows),
    );
  } finally {
    progress.end();
  }
}

/** The schools whose rows are those of their last import, which came to its end. */
function unchanged(notes: ImportRealm["notes"], digests: ReadonlyMap<string, string>): Set<string> {
  const same = [...digests].filter(
    ([school, digest]) => notes.get(school)?.[importedRowsAttribute] === digest,
  );
  return new Set(same.map(([school]) => school));
}

/** What must be so before the first account is written. */
async function prepare(
  access: RealmAccess,
  notes: ImportRealm["notes"],
  schools: ReadonlySet<string>,
  trusted: ReadonlySet<string>,
  usualHashes: ReadonlyMap<string, string>,
): Promise<void> {
  // One after the other: somebody may be about to leave more than one of them.
  for (const school of schools) await finishLeaving(access, school);
  const changed = [...schools].flatMap((school) => {
    // A school that has a hash keeps it: it was made from more people than this import may have.
    const hash = notes.get(school)?.[legacyHashAttribute] ? undefined : usualHashes.get(school);
    const changes = {
      ...(hash ? { [legacyHashAttribute]: hash } : {}),
      ...(trusted.has(school) ? {} : { [importedRowsAttribute]: undefined }),
    };
    return Object.keys(changes).length > 0 ? [{ school, changes }] : [];
  });
  await pMap(changed, ({ school, changes }) => noteOfSchool(access, school, changes), {
    concurrency,
  });
}

/**
 * From now on the same rows need not be compared one by one: each of them is taken over. One that is
 * held or refused may be about somebody who is there by another row.
 */
async function noteRows(
  access: RealmAccess,
  digests: ReadonlyMap<string, string>,
  trusted: ReadonlySet<string>,
  counts: Counts,
): Promise<void> {
  const complete = [...digests].filter(
    ([school]) => !trusted.has(school) && !counts.isIncomplete(school),
  );
  await pMap(
    complete,
    ([school, digest]) => noteOfSchool(access, school, { [importedRowsAttribute]: digest }),
    { concurrency },
  );
}
