import { type KnownAccount, membershipOf } from "../known/known-account.ts";
import type { KnownPeople } from "../known/known-people.ts";
import type { ExportRow } from "../rows/export-row.ts";
import { type AddresslessRow, type Mentions, type SaidAddress, several } from "../rows/mentions.ts";

/** Rows that are about one account, or seem to be: they are decided on together. */
export interface Group {
  /** "" where no address goes with any of the rows. */
  readonly address: string;
  /** In the order of the files and of their rows. */
  readonly rows: readonly ExportRow[];
}

/** Gathers rows until all of a group are there. Only groups of several rows are held meanwhile. */
export class Gathering {
  readonly #mentions: Mentions;
  readonly #known: KnownPeople;
  readonly #addressless = new Map<string, number>();
  readonly #waiting = new Map<string, ExportRow[]>();

  constructor(mentions: Mentions, known: KnownPeople) {
    this.#mentions = mentions;
    this.#known = known;
    for (const row of mentions.addressless) {
      const key = groupKey(row, mentions, known);
      this.#addressless.set(key, (this.#addressless.get(key) ?? 0) + 1);
    }
  }

  /** @returns the row's group, once this is its last row */
  add(row: ExportRow): Group | undefined {
    const key = row.address || groupKey(row, this.#mentions, this.#known);
    const total = this.#mentions.rowsAt(key) + (this.#addressless.get(key) ?? 0);
    const rows = this.#waiting.get(key) ?? [];
    rows.push(row);
    if (rows.length < total) {
      this.#waiting.set(key, rows);
      return undefined;
    }
    this.#waiting.delete(key);
    return { address: isAddressKey(key) ? key : "", rows };
  }

  /** What is left when all rows were added: nothing, unless the files were not what they are noted as. */
  *rest(): Iterable<Group> {
    for (const [key, rows] of this.#waiting) {
      yield { address: isAddressKey(key) ? key : "", rows };
    }
  }
}

/**
 * What a row without an address is gathered under: the address that goes with its old user name or
 * number, in the realm or else in the files; or else the account that has the name; or else the name.
 * A number leads to an address alone: two old user names without an address are two accounts.
 */
function groupKey(row: AddresslessRow, mentions: Mentions, known: KnownPeople): string {
  const { school, username, personId } = row;
  const named = known.named(school, username);
  const addressed = named.find(({ address }) => address !== "");
  if (addressed) return addressed.address;
  const [addressless] = named;
  if (addressless) {
    const claim = claimOn(addressless, mentions);
    return typeof claim === "string" && claim !== "" ? claim : `\0${addressless.id}`;
  }
  const said = mentions.addressOfName(school, username);
  if (typeof said === "string" && said !== "") return said;
  if (personId) {
    const numbered = known.numbered(school, personId).find(({ address }) => address !== "");
    if (numbered) return numbered.address;
    const saidOfNumber = mentions.addressOfNumber(school, personId);
    if (typeof saidOfNumber === "string" && saidOfNumber !== "") return saidOfNumber;
  }
  return `\0${school}\0${username}`;
}

/** No address has this sign. */
function isAddressKey(key: string): boolean {
  return !key.startsWith("\0");
}

/**
 * The one address that the files give an account, by all of its old user names and numbers.
 *
 * @returns "" for none
 */
export function claimOn(account: KnownAccount, mentions: Mentions): SaidAddress {
  let claim: SaidAddress = "";
  for (const school of account.schools) {
    const { usernames, personIds } = membershipOf(account, school);
    const said = [
      ...usernames.map((username) => mentions.addressOfName(school, username)),
      ...personIds.map((personId) => mentions.addressOfNumber(school, personId)),
    ];
    for (const address of said) {
      if (!address || address === claim) continue;
      if (claim !== "" || address === several) return several;
      claim = address;
    }
  }
  return claim;
}
