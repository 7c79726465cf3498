import { Command, Option } from "commander";
import { loadConfig } from "../config/load.ts";
import { counted } from "../counted.ts";
import { UserError } from "../errors.ts";
import { columnHelp, columns } from "../exports/columns.ts";
import { openPeopleFile } from "../exports/people-file.ts";
import { connectionFrom } from "../keycloak/connection.ts";
import { readSettings } from "../settings.ts";
import { terminalTeller } from "../terminal.ts";
import { type Accounts, accountsFrom } from "../users/accounts.ts";
import { type Imported, importAccounts } from "../users/import-accounts.ts";
import { type BareHash, bareHashes } from "../users/weak-hash.ts";

interface ImportOptions {
  config: string;
  school?: string;
  hashFormat?: BareHash;
  dryRun: boolean;
}

/** `portail import`: makes accounts for the people of a school's export. */
export function importCommand(): Command {
  return new Command("import")
    .description("make accounts for the people of a school's export")
    .argument("<file>", "CSV, with the names of the columns in the first line")
    .option("--school <id>", "the school of all rows; the column school is then not needed")
    .addOption(
      new Option(
        "--hash-format <format>",
        "what bare hexadecimal digits among the old passwords are the hash of",
      ).choices([...bareHashes]),
    )
    .option("--dry-run", "only say what would happen", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
Columns, by their English or French names; others are ignored:
${columns.map((column) => `  ${columnHelp(column)}`).join("\n")}
Only email is needed, and school unless --school names it. The file may be UTF-8 or Windows-1252,
separated by commas, semicolons or tabs.

The same address is one account, also in two schools. Accounts that exist are left as they are, so
that running an import again is harmless.

legacy_password_hash is the password of the old method as the school's platform stores it: bcrypt,
argon2, PBKDF2 or crypt with SHA-2 ($5$, $6$). A weak one, which a computer guesses in no time, is
taken over within a strong one: {SHA}, {SSHA}, {MD5}, $1$, phpass ($P$, $H$), and with --hash-format
bare hexadecimal digits. Of a row with another hash, all but the password is taken over. A row with what may be the password itself is rejected, and the cell shown nowhere.

Examples:
  $ portail import people.csv --dry-run
  $ portail import athenee.csv --school saint-exupery --hash-format md5`,
    )
    .action(importPeople);
}

async function importPeople(file: string, options: ImportOptions): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const schools = config.schools.map(({ id }) => id);
  if (options.school && !schools.includes(options.school)) {
    throw new UserError(
      "IMPORT_SCHOOL_UNKNOWN",
      `--school is "${options.school}", which is not one of ${schools.join(", ")}`,
      `Correct it, or add ${options.config}/schools/${options.school}.yaml and run portail apply.`,
    );
  }
  const { rows, ignoredColumns } = await openPeopleFile(file, options.school);
  const people = await accountsFrom(rows, schools, options.hashFormat);

  if (ignoredColumns.length > 0) teller.note(`Columns not used: ${ignoredColumns.join(", ")}`);
  for (const [why, [first, ...others]] of people.passwordsLeftOut) {
    const more = others.length > 0 ? ` and ${counted(others.length, "other row")}` : "";
    teller.warn(`${file}:${first}${more}: the old password is not taken over: ${why}`);
  }
  for (const { line, column, reason } of people.rejections) {
    teller.warn(`${file}:${line} rejected: ${column} ${reason}`);
  }
  const imported = await importAccounts(
    people.accounts,
    connectionFrom(env),
    config.realm,
    teller,
    { isDryRun: options.dryRun },
  );
  process.stdout.write(`${summary(people, imported, options.dryRun)}\n`);
}

function summary(people: Accounts, imported: Imported, isDryRun: boolean): string {
  const passwords = imported.passwords
    ? ` with ${counted(imported.passwords, "old password")}`
    : "";
  const made = `${counted(imported.made, "account")}${passwords} ${isDryRun ? "would be made" : "made"}`;
  const rejected = `${counted(people.rejections.length, "row")} rejected`;
  return `${counted(people.rows, "row")}: ${made}, ${imported.unchanged} unchanged, ${rejected}.`;
}
