import { type KnownAccount, membershipOf } from "../known/known-account.ts";
import type { KnownPeople } from "../known/known-people.ts";
import type { ExportRow } from "../rows/export-row.ts";
import {
  type AddresslessRow,
  type Mentions,
  noAddress,
  type SaidAddress,
  several,
} from "../rows/mentions.ts";

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
      const key = keyWithoutAddress(row, mentions, known);
      this.#addressless.set(key, (this.#addressless.get(key) ?? 0) + 1);
    }
  }

  /** @returns the row's group, once this is its last row */
  add(row: ExportRow): Iterable<Group> {
    const mentions = this.#mentions;
    const key = row.address
      ? keyOfAddress(row.address, mentions)
      : keyWithoutAddress(row, mentions, this.#known);
    const rows = this.#waiting.get(key) ?? [];
    rows.push(row);
    const address = rows.find((one) => one.address !== "")?.address ?? "";
    const total = mentions.rowsAt(address) + (this.#addressless.get(key) ?? 0);
    if (rows.length < total || (address === "" && key.startsWith(numbered))) {
      this.#waiting.set(key, rows);
      return [];
    }
    this.#waiting.delete(key);
    return groupsOf(key, rows);
  }

  /** What is left when all rows were added: nothing, unless two keys met. */
  *rest(): Iterable<Group> {
    for (const [key, rows] of this.#waiting) yield* groupsOf(key, rows);
  }
}

/** Begins the key of an address that a row has; its rows tell the address itself. */
const numbered = "#";
/** Begins the key of an address that no row has, only an account of the realm. */
const spelt = "@";

function keyOfAddress(address: string, mentions: Mentions): string {
  return mentions.rowsAt(address) === 0
    ? `${spelt}${address}`
    : `${numbered}${mentions.numberOf(address)}`;
}

/** Rows of two addresses never come into one group, even where their keys met. */
function groupsOf(key: string, rows: readonly ExportRow[]): Group[] {
  const addresses = [...new Set(rows.map(({ address }) => address))].filter((one) => one !== "");
  if (addresses.length === 0) {
    return [{ address: key.startsWith(spelt) ? key.slice(spelt.length) : "", rows }];
  }
  return addresses.map((address, place) => ({
    address,
    rows: rows.filter((row) => row.address === address || (row.address === "" && place === 0)),
  }));
}

/**
 * What a row without an address is gathered under: the address that goes with its old user name, in the
 * realm or else in the files; or else the account that has the name; or else the name. Its number leads
 * nowhere: two old user names are two accounts, unless an address makes them one.
 */
function keyWithoutAddress(row: AddresslessRow, mentions: Mentions, known: KnownPeople): string {
  const { school, username } = row;
  const named = known.named(school, username);
  const addressed = named.find(({ address }) => address !== "");
  if (addressed) return keyOfAddress(addressed.address, mentions);
  const [addressless] = named;
  if (addressless) {
    const claim = claimOn(addressless, mentions);
    return isOne(claim) ? `${numbered}${claim}` : addressless.id;
  }
  const said = mentions.addressOfName(school, username);
  if (isOne(said)) return `${numbered}${said}`;
  return `${school}\0${username}`;
}

function isOne(said: SaidAddress | undefined): boolean {
  return said !== undefined && said !== noAddress && said !== several;
}

/** The one address that the files give an account, by all of its old user names. */
export function claimOn(account: KnownAccount, mentions: Mentions): SaidAddress {
  let claim = noAddress;
  for (const school of account.schools) {
    for (const username of membershipOf(account, school).usernames) {
      const address = mentions.addressOfName(school, username);
      if (!address || address === claim) continue;
      if (claim !== noAddress || address === several) return several;
      claim = address;
    }
  }
  return claim;
}
