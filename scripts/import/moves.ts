import pMap from "p-map";
import { UserError } from "../errors.ts";
import { type Decision, placeOf, type Take } from "./decide/decide.ts";
import type { KnownAccount } from "./known/known-account.ts";
import type { KnownPeople } from "./known/known-people.ts";
import { correctAddress } from "./load/correct-address.ts";
import { OneAtATime } from "./load/one-at-a-time.ts";
import { readAccount } from "./load/read-account.ts";
import type { RealmAccess } from "./load/realm-access.ts";
import { takeAway } from "./load/take-away.ts";
import type { RejectedRow } from "./rows/export-row.ts";

/** What a school's changed addresses come to. */
export interface Moves {
  /** What accounts lose; who gets it is a matter of the import itself. */
  readonly takes: readonly Take[];
  /** Accounts whose own address is corrected. */
  readonly corrections: readonly { readonly account: KnownAccount; readonly address: string }[];
  /** The rows it is about, as `placeOf` names them. */
  readonly rows: ReadonlySet<string>;
}

/** Collects what decisions would move. */
export async function movesOf(decided: AsyncIterable<Decision | RejectedRow>): Promise<Moves> {
  const takes: Take[] = [];
  const corrections: { account: KnownAccount; address: string }[] = [];
  const moved = new Set<string>();
  for await (const decision of decided) {
    if ("reason" in decision) continue;
    for (const { account, base, rows, ...plan } of decision.plans) {
      takes.push(...plan.takes);
      if (base && base.address !== "" && base.address !== account.address) {
        corrections.push({ account: base, address: account.address });
      }
      for (const { row, findings } of rows) {
        if (findings.some(({ kind }) => kind === "address-updated")) moved.add(placeOf(row));
      }
    }
  }
  return { takes, corrections, rows: moved };
}

/**
 * Carries moves out, before anything is added: from then on, names and numbers are free for whom the
 * rows give them to. What is interrupted goes on when the import is run again, since the rows then
 * bring what was taken.
 */
export async function carryOutMoves(
  { takes, corrections }: Moves,
  access: RealmAccess,
  known: KnownPeople,
): Promise<void> {
  const accounts = new OneAtATime();
  await pMap(
    takes,
    ({ from, ...taken }) => accounts.do(from.id, () => takeAway(access, from.id, taken)),
    { concurrency: atOnce },
  );
  await pMap(corrections, ({ account, address }) => correctAddress(access, account, address), {
    concurrency: atOnce,
  });
  const changed = [...takes.map(({ from }) => from), ...corrections.map(({ account }) => account)];
  await readAgain(changed, access, known);
}

const atOnce = 4;

/** Reads accounts that were changed. */
export async function readAgain(
  accounts: readonly KnownAccount[],
  access: RealmAccess,
  known: KnownPeople,
): Promise<void> {
  const ids = new Set(accounts.map(({ id }) => id));
  await pMap(
    ids,
    async (id) => {
      const read = await readAccount(access, id);
      if (read) known.replace(read.known);
    },
    { concurrency: atOnce },
  );
}

/** What whoever does not agree to moves reads. */
export function movesRefused(): UserError {
  return new UserError(
    "IMPORT_STOPPED",
    "nothing was imported",
    "Run the command again without --update-addresses: changed addresses are then listed and left as they are.",
  );
}
