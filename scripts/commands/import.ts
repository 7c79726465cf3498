import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { Command, Option } from "commander";
import { loadConfig } from "../config/load.ts";
import { languages, type PortalConfig } from "../config/schema.ts";
import { counted } from "../counted.ts";
import { UserError } from "../errors.ts";
import { columnHelp, columns } from "../exports/columns.ts";
import { openPeopleFile } from "../exports/people-file.ts";
import { importPeople } from "../import/import.ts";
import type { FormerAddress } from "../import/load/realm-access.ts";
import type { MissingOrder } from "../import/missing.ts";
import { reportFolderName } from "../import/report-format.ts";
import type { ImportCounts } from "../import/reports/report.ts";
import type { ImportSource } from "../import/rows/read-rows.ts";
import { connectionFrom } from "../keycloak/connection.ts";
import { tellOldAddress } from "../mail/old-address.ts";
import { canAsk, confirmed } from "../prompts.ts";
import { readSettings } from "../settings.ts";
import { type Teller, terminalTeller } from "../terminal.ts";
import { type BareHash, bareHashes } from "../users/weak-hash.ts";

interface ImportOptions {
  config: string;
  school?: string;
  hashFormat?: BareHash;
  updateAddresses: boolean;
  missing?: "report" | "leave";
  report?: string;
  dryRun: boolean;
  yes: boolean;
}

/** Some row waits for somebody. */
const someRowsLeft = 2;

/** `portail import`: gives the people of schools' exports their accounts. */
export function importCommand(): Command {
  return new Command("import")
    .description("give the people of schools' exports their accounts; as often as needed")
    .argument("<file...>", "CSV, with the names of the columns in the first line")
    .option("--school <id>", "the school of all rows; the column school is then not needed")
    .addOption(
      new Option(
        "--hash-format <format>",
        "what bare hexadecimal digits among the old passwords are the hash of",
      ).choices([...bareHashes]),
    )
    .option("--dry-run", "only say what would happen, and write the report", false)
    .option("--update-addresses", "carry out changed addresses instead of holding them", false)
    .addOption(
      new Option(
        "--missing <what>",
        "who is in the realm but no longer in a school's export: list them, or let them leave it",
      ).choices(["report", "leave"]),
    )
    .option("--report <folder>", "where the report goes (default: import-reports/<time>)")
    .option("--yes", "do it without asking", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
Columns, by their English or French names; others are ignored:
${columns.map((column) => `  ${columnHelp(column)}`).join("\n")}
A row needs email or legacy_username, and school unless --school names it. Files may be UTF-8 or
Windows-1252, separated by commas, semicolons or tabs.

The same address is one account, also in two schools. What a school's rows say is added to it; nothing
is taken away, and nobody is deleted. Running an import again changes nothing more; one that was
interrupted is finished by running it again.

A row is held, and nothing of it done, where the realm has the same old user name or number of that
school with another address. Look at them in the report, then run it again with --update-addresses.

legacy_password_hash is the password of the old method as the school's platform stores it: bcrypt
(Laravel, Symfony, Joomla), argon2, PBKDF2 (Django), crypt with SHA-2 ($5$, $6$). A
weak one, which a computer guesses in no time, is taken over within a strong one: {SHA} and {SSHA} (LDAP),
{MD5}, $1$, phpass ($P$, $H$: WordPress, phpBB), and with --hash-format bare hexadecimal digits. Of a row
with another hash, all but the password is taken over. A row with what may be the password itself is
rejected, and the cell shown nowhere.

The report has report.json for operations, and a folder for each school that can be sent to that school:
findings.csv, without-email.csv, rejected.csv (docs/operations.md says more).

Exit code: 0 every row is taken over, 2 some are held or rejected, 1 it failed; run it again.

Examples:
  $ portail import people.csv --dry-run
  $ portail import athenee.csv --school saint-exupery --hash-format md5
  $ portail import athenee.csv --school saint-exupery --missing report`,
    )
    .action(importFiles);
}

async function importFiles(files: string[], options: ImportOptions): Promise<void> {
  // Rows live for a moment. The space for such objects, left to grow, is more than all that is kept.
  setFlagsFromString("--semi-space-growth-factor=1");
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  requireSchool(config, options);
  const sources = await Promise.all(files.map((file) => source(file, options.school, teller)));
  const reportFolder = options.report ?? path.join("import-reports", reportFolderName(new Date()));
  const missing = missingOrder(options);
  const counts = await importPeople(
    {
      sources,
      config,
      connection: connectionFrom(env),
      isDryRun: options.dryRun,
      reportFolder,
      ...(options.school === undefined ? {} : { school: options.school }),
      ...(options.hashFormat === undefined ? {} : { bare: options.hashFormat }),
      ...(options.updateAddresses
        ? {
            updateAddresses: (moves: number) =>
              confirmed(`Change the address of ${counted(moves, "row")}?`, options.yes),
          }
        : {}),
      ...(missing === undefined ? {} : { missing }),
      tellFormerAddress: (former) => tellFormer(config, former, teller),
    },
    teller,
  );
  process.stdout.write(`${summary(counts, options.dryRun)}\nReport: ${reportFolder}\n`);
  if (counts.rows.held + counts.rows.rejected > 0) process.exitCode = someRowsLeft;
}

function requireSchool(config: PortalConfig, options: ImportOptions): void {
  const schools = config.schools.map(({ id }) => id);
  if (options.school === undefined || schools.includes(options.school)) return;
  throw new UserError(
    "IMPORT_SCHOOL_UNKNOWN",
    `--school is "${options.school}", which is not one of ${schools.join(", ")}`,
    `Correct it, or add ${options.config}/schools/${options.school}.yaml and run portail apply.`,
  );
}

async function source(
  file: string,
  school: string | undefined,
  teller: Teller,
): Promise<ImportSource> {
  const { ignoredColumns, rows } = await openPeopleFile(file, school);
  if (ignoredColumns.length > 0) {
    teller.note(`Columns of ${file} that are not used: ${ignoredColumns.join(", ")}`);
  }
  return { name: file, rows };
}

/** An address that was wrong may take no mail: it is corrected all the same. */
async function tellFormer(
  config: PortalConfig,
  { address, firstName, language, school }: FormerAddress,
  teller: Teller,
): Promise<void> {
  const schoolName = config.schools.find(({ id }) => id === school)?.name ?? school;
  try {
    await tellOldAddress(config, {
      address,
      firstName,
      language: languages.find((one) => one === language),
      schoolName,
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    teller.warn(
      `${address} could not be told that it is no longer the account's: ${error.message}`,
    );
  }
}

/** Half a school that is gone at once is an export that was cut off, unless somebody says otherwise. */
function missingOrder({ missing, yes }: ImportOptions): MissingOrder | undefined {
  if (missing !== "leave") return missing;
  return {
    leave: (school, howMany, members) => {
      const isMost = howMany * 2 > members;
      if (isMost && !canAsk()) {
        throw new UserError(
          "IMPORT_MISSING_TOO_MANY",
          `${howMany} of ${members} people of ${school} are not in its export; nobody has left it`,
          "Check that the file is whole. If it is, run the command again on a terminal, where you are asked.",
        );
      }
      return confirmed(
        `${howMany} of ${members} people of ${school} are no longer in its export. Let them leave it?`,
        yes && !isMost,
      );
    },
  };
}

function summary({ rows, accounts, passwords }: ImportCounts, isDryRun: boolean): string {
  const would = isDryRun ? " would be" : "";
  const withPasswords = passwords > 0 ? `, ${counted(passwords, "old password")} set` : "";
  return [
    `${counted(rows.rows, "row")}: ${rows.imported}${would} imported, ${rows.unchanged} unchanged, ${rows.held} held, ${rows.rejected} rejected.`,
    `${counted(accounts.made, "account")}${would} made, ${accounts.changed} changed${withPasswords}.`,
  ].join("\n");
}
