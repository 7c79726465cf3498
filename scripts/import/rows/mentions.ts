import { normalized } from "../../users/normalized.ts";
import type { ExportRow, RejectedRow } from "./export-row.ts";

/** Stands for an old user name or a number that the files give two addresses or more. */
export const several = Symbol("several addresses");

/** What the files say of an old user name or a number: its address, "" for none, or several. */
export type SaidAddress = string | typeof several;

/** What one address, or one key of `Mentions`, is mentioned by: how many rows, of which schools. */
interface Mention {
  readonly rows: number;
  readonly schools: readonly string[];
}

/** What a row without an address goes by. */
export type AddresslessRow = Pick<ExportRow, "school" | "username" | "personId">;

/** What somebody may be mentioned by at a school. */
export interface Mentionable {
  readonly address: string;
  readonly usernames: readonly string[];
  readonly personIds: readonly string[];
}

/**
 * Who is mentioned where in the files: what must be known of all of them before the first row can be
 * decided on. It is all that is held of the files while they are read, so it is kept small: a few
 * words for each address, user name and number.
 */
export class Mentions {
  #addresses = new Map<string, Mention>();
  #names = new Map<string, SaidAddress>();
  #numbers = new Map<string, SaidAddress>();
  #schools = new Set<string>();
  #addressless: AddresslessRow[] = [];
  #rejected = new Set<string>();
  /** Almost all addresses are mentioned alike, so the same few objects stand for all. */
  #kinds = new Map<string, Mention>();

  /** Takes note of a row. */
  add({ school, address, username, personId }: ExportRow): void {
    this.#schools.add(school);
    if (!address) this.#addressless.push({ school, username, personId });
    if (address) this.#addresses.set(address, this.#oneMore(this.#addresses.get(address), school));
    if (username) note(this.#names, school, username, address);
    if (personId) note(this.#numbers, school, personId, address);
  }

  /** Takes note of a row that is not taken over: the person is no less mentioned. */
  addRejected({ cells }: RejectedRow): void {
    const { school, email, legacy_username, person_id } = cells;
    this.#rejected.add(key(school, normalized(email)));
    this.#rejected.add(key(school, normalized(legacy_username)));
    this.#rejected.add(key(school, person_id.normalize("NFC")));
  }

  /** Whether a school's rows mention somebody, by address, old user name or number. */
  isMentioned(school: string, person: Mentionable): boolean {
    const { address, usernames, personIds } = person;
    return (
      this.schoolsAt(address).includes(school) ||
      usernames.some((username) => this.addressOfName(school, username) !== undefined) ||
      personIds.some((personId) => this.addressOfNumber(school, personId) !== undefined) ||
      [address, ...usernames, ...personIds].some(
        (text) => text !== "" && this.#rejected.has(key(school, text)),
      )
    );
  }

  /** The ids of the schools that have a row. */
  get schools(): ReadonlySet<string> {
    return this.#schools;
  }

  /** Every address, once. */
  addresses(): Iterable<string> {
    return this.#addresses.keys();
  }

  /** How many addresses there are. */
  get addressCount(): number {
    return this.#addresses.size;
  }

  /** Every row that has no address. */
  get addressless(): readonly AddresslessRow[] {
    return this.#addressless;
  }

  /** How many rows have an address. */
  rowsAt(address: string): number {
    return this.#addresses.get(address)?.rows ?? 0;
  }

  /** The schools that have a row with an address. */
  schoolsAt(address: string): readonly string[] {
    return this.#addresses.get(address)?.schools ?? [];
  }

  /** The address that a school's rows give an old user name; none where no row has the name. */
  addressOfName(school: string, username: string): SaidAddress | undefined {
    return this.#names.get(key(school, username));
  }

  /** The address that a school's rows give a number; none where no row has the number. */
  addressOfNumber(school: string, personId: string): SaidAddress | undefined {
    return this.#numbers.get(key(school, personId));
  }

  #oneMore(mention: Mention | undefined, school: string): Mention {
    const rows = (mention?.rows ?? 0) + 1;
    const schools = mention?.schools.includes(school)
      ? mention.schools
      : [...(mention?.schools ?? []), school];
    const kind = `${rows} ${schools.join(" ")}`;
    const known = this.#kinds.get(kind) ?? { rows, schools };
    this.#kinds.set(kind, known);
    return known;
  }
}

function note(said: Map<string, SaidAddress>, school: string, text: string, address: string): void {
  const at = key(school, text);
  const before = said.get(at);
  if (!before) said.set(at, address);
  else if (address && before !== address) said.set(at, several);
}

function key(school: string, text: string): string {
  return `${school}\0${text}`;
}
