import { createHash } from "node:crypto";
import { seeded } from "../support/seeded.ts";

/** The rows of two exports, the second of which changes much of what the first has made. */
export interface ImportRows {
  readonly header: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** How many rows of the second export belong together. */
const perGroup = 100;

type Cells = [
  school: string,
  email: string,
  firstName: string,
  lastName: string,
  username: string,
  hash: string,
  personId: string,
];

/**
 * Makes two exports of two schools, `school-0` and `school-1`, with everything that an import may have
 * to do, in random order, so that at any moment it is at any of it.
 *
 * @param rows of the second export
 * @param seed the same gives the same rows
 */
export function importRows(rows: number, seed: number): ImportRows {
  const random = seeded(seed);
  const [before, after]: [Cells[], Cells[]] = [[], []];
  let people = 0;
  const group = () => {
    const next = (): Person => person(people++, random);
    const known = (each: Person, school = 0) => before.push(row(each, school));
    const now = (each: Person, school = 0) => after.push(row(each, school));

    times(66, () => now(next(), people % 2));
    times(4, () => {
      const inBoth = next();
      now(inBoth, 0);
      now(inBoth, 1);
    });
    times(6, () => {
      const unchanged = next();
      known(unchanged);
      now(unchanged);
    });
    times(6, () => {
      const added = next();
      known(added, 0);
      now(added, 1);
    });
    times(3, () => {
      const renamed = next();
      known(renamed);
      now({ ...renamed, lastName: "Nouveau-Nom" });
    });
    times(3, () => {
      const withNewPassword = next();
      known(withNewPassword);
      now({ ...withNewPassword, hash: bcrypt(random) });
    });
    times(2, () => now({ ...next(), address: "" }));
    now({ ...next(), address: "", hash: weak(String(people)) });

    const addressless = next();
    known({ ...addressless, address: "" });
    now(addressless);

    const merged = next();
    const target = next();
    known({ ...merged, address: "" });
    known(target, 1);
    now({ ...merged, address: target.address });

    const stillAddressless = { ...next(), address: "" };
    known(stillAddressless);
    now({ ...stillAddressless, hash: bcrypt(random) });

    const moved = next();
    known(moved);
    now({ ...moved, address: `new.${moved.address}` });

    const shared = next();
    const other = next();
    known(shared, 0);
    known(shared, 1);
    known(other, 1);
    now({ ...shared, address: people % 2 === 0 ? other.address : `new.${shared.address}` });
  };
  times(Math.ceil(rows / perGroup), group);
  // Rejected.
  after.push(["school-0", "not-an-address", "A", "B", "", "", ""]);
  const lines = (cells: readonly Cells[]) => shuffled(cells, random).map((each) => each.join(","));
  const header = "school,email,first_name,last_name,legacy_username,legacy_password_hash,person_id";
  return { header, before: lines(before), after: lines(after) };
}

interface Person {
  readonly address: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly hash: string;
  readonly personId: string;
}

function person(number: number, random: () => number): Person {
  return {
    address: `parent.${number}@example.org`,
    firstName: "Noémie",
    lastName: `Dubois ${number % 100}`,
    username: `parent${number}`,
    hash: bcrypt(random),
    personId: `N${number}`,
  };
}

function row({ address, firstName, lastName, username, hash, personId }: Person, school: number) {
  return [
    `school-${school}`,
    address,
    firstName,
    lastName,
    username,
    hash,
    personId,
  ] satisfies Cells;
}

const alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Of the form of bcrypt, and of nobody's password. */
function bcrypt(random: () => number): string {
  const letters = Array.from({ length: 53 }, () => alphabet[Math.floor(random() * 64)]);
  return `$2y$10$${letters.join("")}`;
}

/** One that is stored within a strong one. */
function weak(password: string): string {
  return `{SHA}${createHash("sha1").update(password).digest("base64")}`;
}

function times(count: number, work: () => void): void {
  for (let done = 0; done < count; done++) work();
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const all = [...list];
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other] as T, all[last] as T];
  }
  return all;
}
