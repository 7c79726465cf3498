import type { Column } from "../../scripts/exports/columns.ts";
import type { PersonRow } from "../../scripts/exports/people-file.ts";

/** A row of an export, of Claire at the demo school but for the cells that are said. */
export function personRow(cells: Partial<Record<Column, string>>, line = 2): PersonRow {
  return {
    line,
    hasSurplusCells: false,
    cells: {
      school: "demo",
      email: "claire.dubois@example.org",
      first_name: "Claire",
      last_name: "Dubois",
      legacy_username: "",
      legacy_password_hash: "",
      person_id: "",
      language: "fr",
      ...cells,
    },
  };
}
