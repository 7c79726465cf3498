import { languages } from "../../config/schema.ts";
import type { Column } from "../../exports/columns.ts";
import type { PersonRow } from "../../exports/people-file.ts";
import { normalized } from "../../users/normalized.ts";
import { type OldPassword, oldPassword, type UsablePassword } from "../../users/old-password.ts";
import type { BareHash } from "../../users/weak-hash.ts";

/** Where a row stands. */
export interface Place {
  readonly file: string;
  /** Counted from 1, the header included. */
  readonly line: number;
}

/** A row of an export that can be taken over, in the portal's terms. */
export interface ExportRow extends Place {
  /** The school's id. */
  readonly school: string;
  /** In Unicode NFC and small letters; "" where the school knows none. */
  readonly address: string;
  readonly firstName: string;
  readonly lastName: string;
  /** The user name before the portal, in Unicode NFC and small letters; "" for none. */
  readonly username: string;
  /** The school's own number for the person; "" for none. */
  readonly personId: string;
  /** `fr`, `nl`, `de` or `en`; "" where the row says none of them. */
  readonly language: string;
  /** The password before the portal. */
  readonly password?: UsablePassword;
  /** What of the row is not taken over, and why. */
  readonly leftOut: readonly LeftOut[];
}

/** A cell that is not taken over though its row is. */
export interface LeftOut {
  readonly kind: "password-not-taken" | "language-unknown";
  readonly detail: string;
}

/** Why a row is not taken over. */
export type RejectionReason =
  | "surplus-cells"
  | "school-missing"
  | "school-unknown"
  | "school-other"
  | "nobody"
  | "address-invalid"
  | "too-long"
  | "control-characters"
  | "plain-password";

/** A row that is not taken over. */
export interface RejectedRow extends Place {
  readonly cells: PersonRow["cells"];
  /** The cell at fault, or the row as a whole. */
  readonly column: Column | "row";
  readonly reason: RejectionReason;
}

/** What rows are read by. */
export interface RowRules {
  /** The ids of the schools there are. */
  readonly schools: ReadonlySet<string>;
  /** The one school that all rows are of, where it was said. */
  readonly school?: string;
  /** Which hash bare hexadecimal digits are. */
  readonly bare?: BareHash;
  /** The schools whose old method is still open; passwords of others are not taken over. */
  readonly open: ReadonlySet<string>;
}

/** Reads a row in the portal's terms, or says why it can't be taken over. */
export function exportRow(row: PersonRow, file: string, rules: RowRules): ExportRow | RejectedRow {
  const { line, cells } = row;
  const school = cells.school || rules.school || "";
  const address = normalized(cells.email);
  const password = cells.legacy_password_hash
    ? oldPassword(cells.legacy_password_hash, rules.bare)
    : undefined;
  const mistake = mistakeIn(row, school, address, password, rules);
  if (mistake) return { file, line, cells, ...mistake };

  const username = normalized(cells.legacy_username);
  const usable = takenOver(password, username, rules.open.has(school));
  const language = languageOf(cells.language);
  const leftOut: LeftOut[] = [];
  if (typeof usable === "string") leftOut.push({ kind: "password-not-taken", detail: usable });
  if (language === undefined) {
    leftOut.push({
      kind: "language-unknown",
      detail: `the portal speaks ${languages.join(", ")}`,
    });
  }
  return {
    file,
    line,
    school,
    address,
    firstName: cells.first_name.normalize("NFC"),
    lastName: cells.last_name.normalize("NFC"),
    username,
    personId: cells.person_id.normalize("NFC"),
    language: language ?? "",
    ...(typeof usable === "object" ? { password: usable } : {}),
    leftOut,
  };
}

/** Tells one from the other. */
export function isRejected(row: ExportRow | RejectedRow): row is RejectedRow {
  return "reason" in row;
}

type Mistake = Pick<RejectedRow, "column" | "reason">;

function mistakeIn(
  { cells, hasSurplusCells }: PersonRow,
  school: string,
  address: string,
  password: OldPassword | undefined,
  rules: RowRules,
): Mistake | undefined {
  // A comma too many moves every cell behind it: a password would become a person's number.
  if (hasSurplusCells) return { column: "row", reason: "surplus-cells" };
  if (!school) return { column: "school", reason: "school-missing" };
  if (rules.school !== undefined && school !== rules.school) {
    return { column: "school", reason: "school-other" };
  }
  if (!rules.schools.has(school)) return { column: "school", reason: "school-unknown" };
  if (address ? !isAddress(address) : !normalized(cells.legacy_username)) {
    return { column: "email", reason: address ? "address-invalid" : "nobody" };
  }
  for (const column of ["first_name", "last_name", "legacy_username", "person_id"] as const) {
    if (cells[column].length > 255) return { column, reason: "too-long" };
    if (/\p{Cc}/u.test(cells[column])) return { column, reason: "control-characters" };
  }
  if (password?.is === "plain") {
    return { column: "legacy_password_hash", reason: "plain-password" };
  }
  return undefined;
}

/** The password of a row, or why it is left out. */
function takenOver(
  password: OldPassword | undefined,
  username: string,
  isOpen: boolean,
): UsablePassword | string | undefined {
  if (password === undefined || password.is === "plain") return undefined;
  if (!isOpen) return "the school's old method is over";
  if (!username) return "there is no user name for it";
  return password.is === "unusable" ? password.why : password;
}

/** What platforms write for a language besides its code. */
const languageNames: Readonly<Record<string, (typeof languages)[number]>> = {
  français: "fr",
  francais: "fr",
  french: "fr",
  nederlands: "nl",
  néerlandais: "nl",
  neerlandais: "nl",
  dutch: "nl",
  deutsch: "de",
  allemand: "de",
  german: "de",
  english: "en",
  anglais: "en",
};

/** A language of the portal, "" where none is said, none for another one. */
function languageOf(cell: string): string | undefined {
  const said = normalized(cell);
  if (said === "") return "";
  const code = languageNames[said] ?? said.split(/[-_]/)[0];
  return languages.find((language) => language === code);
}

/**
 * Whether a normalized text can be an e-mail address: one `@`, before it at most 64 signs of ASCII, and
 * behind it a domain with a dot. Keycloak would make an account with other letters before the `@`, and
 * then neither send it a mail nor change it; nor do look-alikes of another address come in so.
 */
export function isAddress(address: string): boolean {
  return address.length <= 254 && addressPattern.test(address) && !/^\.|\.\.|\.@/.test(address);
}

const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])";
const addressPattern = new RegExp(
  `^[!#-'*+\\-./0-9=?A-Z^-~]{1,64}@(?:${label}?\\.)+${label}$`,
  "u",
);
