import fc from "fast-check";
import type { PersonRow } from "../../scripts/exports/people-file.ts";
import { importInto } from "../../scripts/import/import.ts";
import type { ImportCounts } from "../../scripts/import/reports/report.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import type { MemoryRealm } from "./memory-realm.ts";

/** The schools of a realm in memory. */
export const schools = ["a", "b", "c"];
const config = { realm: "memory", schools: schools.map((id) => ({ id })) };
const hashes = ["u", "v"].map((sign) => `$2y$10$${sign.repeat(53)}`);

/** Rows that have much to do with each other: few addresses, few names, few numbers. */
const row = fc.record({
  school: fc.constantFrom(...schools),
  email: fc.constantFrom("", "", "a@example.org", "b@example.org", "c@example.org", "nobody"),
  first_name: fc.constantFrom("", "Claire", "Marc"),
  last_name: fc.constantFrom("", "Dubois"),
  legacy_username: fc.constantFrom("", "u1", "u2", "U3"),
  legacy_password_hash: fc.constantFrom("", "", ...hashes),
  person_id: fc.constantFrom("", "p1", "p2"),
  language: fc.constantFrom("", "fr", "nl"),
});
/** A few of them. */
export const rows = fc.array(row, { minLength: 1, maxLength: 8 });

/** What an import does beyond adding. */
interface Change {
  updateAddresses?: boolean;
  missing?: boolean;
  reportFolder?: string;
  /** The last row has more cells than the header. */
  hasSurplusCells?: boolean;
  /** Somebody else does something while it is asked whether addresses may be changed. */
  meanwhile?: () => void;
}

/** Imports rows into a realm in memory. */
export function run(
  realm: MemoryRealm,
  cells: readonly PersonRow["cells"][],
  { updateAddresses, missing, reportFolder, meanwhile, hasSurplusCells = false }: Change = {},
): Promise<ImportCounts> {
  const all = cells.map((one, place) => {
    return {
      line: place + 2,
      cells: one,
      hasSurplusCells: hasSurplusCells && place === cells.length - 1,
    };
  });
  return importInto(
    realm.client,
    {
      sources: [{ name: "people.csv", rows: () => all }],
      config,
      isDryRun: false,
      ...(updateAddresses
        ? {
            updateAddresses: async () => {
              meanwhile?.();
              return true;
            },
          }
        : {}),
      ...(missing ? { missing: { leave: async () => true } } : {}),
      ...(reportFolder === undefined ? {} : { reportFolder }),
      tellFormerAddress: async () => {},
    },
    silentTeller,
    new AbortController().signal,
  );
}

/** Imports that do more or less. */
export const changes = fc.record({ updateAddresses: fc.boolean(), missing: fc.boolean() });

/** A row of somebody whom the school a knows in every way but an old password. */
export const claire: PersonRow["cells"] = {
  school: "a",
  email: "a@example.org",
  first_name: "Claire",
  last_name: "Dubois",
  legacy_username: "u1",
  legacy_password_hash: "",
  person_id: "p1",
  language: "fr",
};
