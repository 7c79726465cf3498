import { normalized } from "../../users/normalized.ts";
import { type ExportRow, isAddress, type RejectedRow } from "./export-row.ts";
import { KeyIndex } from "./key-index.ts";

/**
 * What the files say of an old user name or a number: the number of its address, or one of the two
 * below. Addresses have numbers from 2.
 */
export type SaidAddress = number;

/** Stands for an old user name or a number that is mentioned without an address. */
export const noAddress: SaidAddress = 0;

/** Stands for one that the files give two addresses or more. */
export const several: SaidAddress = 1;

/** What addresses are mentioned by: how many rows, of which schools. */
interface Mention {
  readonly rows: number;
  readonly schools: readonly string[];
}

const noRow: Mention = { rows: 0, schools: [] };

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
 * decided on. It is all that is held of the files while they are read, so it is kept small: some bytes
 * for each address, user name and number (design, rule 9).
 */
export class Mentions {
  readonly #addresses = new KeyIndex();
  readonly #names = new KeyIndex();
  readonly #numbers = new KeyIndex();
  readonly #schools = new Set<string>();
  readonly #addressless: AddresslessRow[] = [];
  readonly #rejected = new KeyIndex();
  readonly #unclear = new Set<string>();
  /** By the number of an address: which of the kinds it is mentioned by. */
  readonly #kindOf: number[] = [];
  /** Almost all addresses are mentioned alike, so a few kinds stand for all. */
  readonly #kinds: Mention[] = [];
  readonly #kindNumbers = new Map<string, number>();

  /** Takes note of a row. */
  add({ school, address, username, personId }: ExportRow): void {
    this.#schools.add(school);
    if (!address) this.#addressless.push({ school, username, personId });
    const number = address ? this.#oneMoreRow(address, school) : noAddress;
    if (username) note(this.#names, key(school, username), number);
    if (personId) note(this.#numbers, key(school, personId), number);
  }

  /**
   * Takes note of a row that is not taken over: the person is no less mentioned.
   *
   * @param isOfSchool whether its school is one that there is
   */
  addRejected(row: RejectedRow, isOfSchool: boolean): void {
    const { school, email, legacy_username, person_id } = row.cells;
    if (!isOfSchool || !saysWho(row)) this.#unclear.add(isOfSchool ? school : anySchool);
    this.#rejected.set(key(school, normalized(email)), 0);
    this.#rejected.set(key(school, normalized(legacy_username)), 0);
    this.#rejected.set(key(school, person_id.normalize("NFC")), 0);
  }

  /** Whether a row that was rejected may be about anybody of a school. */
  isUnclear(school: string): boolean {
    return this.#unclear.has(school) || this.#unclear.has(anySchool);
  }

  /**
   * Takes note that a number goes with an address, as rows without an address tell by an old user name
   * whose address is known otherwise.
   */
  addNumber(school: string, personId: string, address: string): void {
    const at = this.#addresses.get(address) ?? this.#oneMoreAddress(address, noRow);
    this.addNumberAt(school, personId, at);
  }

  /** The same with the number of the address. */
  addNumberAt(school: string, personId: string, address: SaidAddress): void {
    note(this.#numbers, key(school, personId), address);
  }

  /** Whether a school's rows mention somebody, by address, old user name or number. */
  isMentioned(school: string, person: Mentionable): boolean {
    const { address, usernames, personIds } = person;
    return (
      this.schoolsAt(address).includes(school) ||
      usernames.some((username) => this.addressOfName(school, username) !== undefined) ||
      personIds.some((personId) => this.addressOfNumber(school, personId) !== undefined) ||
      [address, ...usernames, ...personIds].some(
        (text) => text !== "" && this.#rejected.get(key(school, text)) !== undefined,
      )
    );
  }

  /** The ids of the schools that have a row. */
  get schools(): ReadonlySet<string> {
    return this.#schools;
  }

  /** How many addresses there are. */
  get addressCount(): number {
    return this.#addresses.size;
  }

  /** Every row that has no address. */
  get addressless(): readonly AddresslessRow[] {
    return this.#addressless;
  }

  /** The number of an address; none for one that no row has. */
  numberOf(address: string): SaidAddress | undefined {
    return this.#addresses.get(address);
  }

  /** How many rows have an address. */
  rowsAt(address: string): number {
    return this.#at(address)?.rows ?? 0;
  }

  /** The schools that have a row with an address. */
  schoolsAt(address: string): readonly string[] {
    return this.#at(address)?.schools ?? [];
  }

  /** The address that a school's rows give an old user name; none where no row has the name. */
  addressOfName(school: string, username: string): SaidAddress | undefined {
    return this.#names.get(key(school, username));
  }

  /** The address that a school's rows give a number; none where no row has the number. */
  addressOfNumber(school: string, personId: string): SaidAddress | undefined {
    return this.#numbers.get(key(school, personId));
  }

  #at(address: string): Mention | undefined {
    const number = address ? this.#addresses.get(address) : undefined;
    return number === undefined ? undefined : this.#kinds[this.#kindOf[number] ?? 0];
  }

  #oneMoreRow(address: string, school: string): SaidAddress {
    const number = this.#addresses.get(address) ?? this.#oneMoreAddress(address, noRow);
    const { rows, schools } = this.#kinds[this.#kindOf[number] ?? 0] ?? noRow;
    this.#kindOf[number] = this.#kindNumber({
      rows: rows + 1,
      schools: schools.includes(school) ? schools : [...schools, school],
    });
    return number;
  }

  #oneMoreAddress(address: string, mention: Mention): SaidAddress {
    const number = this.#addresses.size + 2;
    this.#addresses.set(address, number);
    this.#kindOf[number] = this.#kindNumber(mention);
    return number;
  }

  #kindNumber(mention: Mention): number {
    const name = `${mention.rows} ${mention.schools.join(" ")}`;
    const known = this.#kindNumbers.get(name);
    if (known !== undefined) return known;
    this.#kindNumbers.set(name, this.#kinds.length);
    return this.#kinds.push(mention) - 1;
  }
}

/** Stands for the school of a row that names none that there is. */
const anySchool = "";

/** Whether it can be told of a rejected row whom it is about. */
function saysWho({ cells, column, reason }: RejectedRow): boolean {
  // A cell too many moves the others, and an address may stand anywhere.
  if (reason === "surplus-cells") return false;
  if (reason === "nobody" || isAddress(normalized(cells.email))) return true;
  return (["legacy_username", "person_id"] as const).some(
    (other) => other !== column && cells[other] !== "",
  );
}

function note(said: KeyIndex, key: string, address: SaidAddress): void {
  const before = said.get(key);
  if (before === undefined || before === noAddress) said.set(key, address);
  else if (address !== noAddress && before !== address) said.set(key, several);
}

function key(school: string, text: string): string {
  return `${school}\0${text}`;
}
