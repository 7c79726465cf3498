import pMap from "p-map";
import { personAttribute, usernameAttribute } from "../../realm/school.ts";
import { enduring } from "../load/endurance.ts";
import type { RealmAccess } from "../load/realm-access.ts";
import { type ExportRow, isRejected } from "../rows/export-row.ts";
import { several } from "../rows/mentions.ts";
import { type KnownAccount, knownAccount } from "./known-account.ts";
import type { KnownPeople } from "./known-people.ts";
import type { Asked } from "./read-known.ts";
import { members, readers } from "./user-pages.ts";

/** How many accounts of a list are read, with their attributes, in the time of a question for one. */
const listedPerQuestion = 8;

/**
 * Reads in full, of the schools whose rows are those of their last import, whoever is not simply there:
 * members whom no row names by their address, and whoever has the old name or number of a row that names
 * nobody who is there.
 */
export async function readDoubtful(
  access: RealmAccess,
  asked: Asked,
  known: KnownPeople,
): Promise<void> {
  const doubtful = new Map<string, ExportRow[]>();
  for (const school of asked.trusted) {
    if (await isReadInPart(access, asked, school, known)) doubtful.set(school, []);
  }
  // Files are read once for all schools.
  for await (const row of asked.rows()) {
    if (isRejected(row)) continue;
    const ofSchool = doubtful.get(row.school);
    if (ofSchool && isDoubtful(row, asked, known)) ofSchool.push(row);
  }
  for (const [school, rows] of doubtful) {
    if (isWorthReadingAll(rows.length, school, known) || rows.some(isUnaskable)) {
      await readAll(access, school, known);
    } else await pMap(rows, (row) => readHolders(access, row, known), { concurrency: readers });
  }
}

/** @returns whether only those members of a school were read of whom its rows say nothing; otherwise all */
async function isReadInPart(
  access: RealmAccess,
  { mentions }: Asked,
  school: string,
  known: KnownPeople,
): Promise<boolean> {
  const accounts = [...known.members(school)].filter(
    ({ address }) => !mentions.schoolsAt(address).includes(school),
  );
  if (isWorthReadingAll(accounts.length, school, known)) {
    await readAll(access, school, known);
    return false;
  }
  await pMap(
    accounts,
    async ({ id }) => {
      const user = await enduring(access, () => access.client.users.findOne({ id }));
      if (user) replace(knownAccount(user, [school]), known);
    },
    { concurrency: readers },
  );
  return true;
}

function isWorthReadingAll(questions: number, school: string, known: KnownPeople): boolean {
  return questions * listedPerQuestion > [...known.members(school)].length;
}

async function readAll(access: RealmAccess, school: string, known: KnownPeople): Promise<void> {
  for (const account of await members(access, school, false)) replace(account, known);
}

/** Whether a row does not simply name somebody who is there. */
function isDoubtful(
  { school, address, username, personId }: ExportRow,
  { mentions }: Asked,
  known: KnownPeople,
): boolean {
  const isThere =
    address === ""
      ? known.named(school, username).length > 0
      : known.withAddress(address)?.schools.has(school);
  const isSeveral =
    mentions.addressOfName(school, username) === several ||
    mentions.addressOfNumber(school, personId) === several;
  return !isThere || isSeveral;
}

/** Keycloak's questions know no sign for a backslash, which could hide the end of a text. */
function isUnaskable({ username, personId }: ExportRow): boolean {
  return `${username}${personId}`.includes("\\");
}

/** The members who have the old user name or the number of a row. */
async function readHolders(
  access: RealmAccess,
  { school, username, personId }: ExportRow,
  known: KnownPeople,
): Promise<void> {
  const questions = [
    ...(username ? [[usernameAttribute(school), username]] : []),
    ...(personId ? [[personAttribute(school), personId]] : []),
  ];
  for (const question of questions) {
    const q = question.map((text) => `"${text.replaceAll('"', '\\"')}"`).join(":");
    const users = await enduring(access, () =>
      access.client.users.find({ q, briefRepresentation: false }),
    );
    for (const user of users) {
      // The attribute alone makes nobody a member.
      if (known.has(user.id ?? "")) replace(knownAccount(user, [school]), known);
    }
  }
}

function replace(account: KnownAccount, known: KnownPeople): void {
  const before = known.withId(account.id);
  const schools = new Set([...account.schools, ...(before?.schools ?? [])]);
  known.replace({ ...account, schools });
}
