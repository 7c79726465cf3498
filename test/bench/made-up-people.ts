import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { csvLine } from "../../scripts/csv.ts";
import { columns } from "../../scripts/exports/columns.ts";
import { seeded } from "../support/seeded.ts";

/** Somebody of a made-up export. */
export interface MadeUpPerson {
  /** "" for somebody whose address no school knows. */
  address: string;
  firstName: string;
  lastName: string;
  language: string;
  memberships: MadeUpMembership[];
}

/** What a school's platform exports of somebody. */
export interface MadeUpMembership {
  school: string;
  username: string;
  personId: string;
  /** Of the form of bcrypt, and of nobody's password. */
  hash: string;
}

/** The schools of made-up people, as `writeManySchools` names them. */
export const madeUpSchools = ["school-0", "school-1", "school-2"] as const;

/** One in so many people has children in two schools. */
const oneInTwoSchools = 7;

const firstNames = ["Claire", "Marc", "Saskia", "Zoé", "Jean-Luc", "Noémie", "Yasmine", "Björn"];
const lastNames = ["Dubois", "Lambert", "Peeters", "Müller", "D'Hondt", "Van den Berghe", "Haddad"];
const languages = ["fr", "fr", "fr", "nl", "de", "en"];

/** The same number and seed are the same person. */
export function madeUpPerson(number: number, seed = 0): MadeUpPerson {
  const random = seeded(seed * 1_000_003 + number);
  const schools = number % oneInTwoSchools === 0 ? 2 : 1;
  return {
    address: `parent.${number}@example.org`,
    firstName: oneOf(firstNames, random),
    lastName: oneOf(lastNames, random),
    language: oneOf(languages, random),
    memberships: Array.from({ length: schools }, (_, place) =>
      madeUpMembership(schoolOf(number, place), number, random),
    ),
  };
}

/** The school of somebody's first children, or another one of theirs. */
export function schoolOf(number: number, place: number): string {
  return madeUpSchools[(number + place) % madeUpSchools.length] ?? "";
}

/** What one school knows of somebody. */
export function madeUpMembership(
  school: string,
  number: number,
  random: () => number,
): MadeUpMembership {
  return { school, username: `parent${number}`, personId: `N${number}`, hash: bcrypt(random) };
}

function oneOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

const alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function bcrypt(random: () => number): string {
  let hash = "$2y$10$";
  for (let place = 0; place < 53; place++) hash += alphabet[Math.floor(random() * 64)];
  return hash;
}

/** The rows of a person: one for each school. */
export function rowsOf({ memberships, ...person }: MadeUpPerson): string[][] {
  return memberships.map(({ school, username, personId, hash }) => [
    school,
    person.address,
    person.firstName,
    person.lastName,
    username,
    hash,
    personId,
    person.language,
  ]);
}

/** Writes an export of these rows, which need not fit into memory. */
export async function writeExport(file: string, rows: Iterable<readonly string[]>): Promise<void> {
  await pipeline(Readable.from(texts(rows)), createWriteStream(file));
}

/** Few large pieces: a stream takes its time for each. */
function* texts(rows: Iterable<readonly string[]>): Generator<string> {
  let text = csvLine(columns, ",");
  for (const row of rows) {
    text += csvLine(row, ",");
    if (text.length < 64 * 1024) continue;
    yield text;
    text = "";
  }
  yield text;
}
