import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { importCommand } from "../scripts/commands/import.ts";
import { columnNamed, columns } from "../scripts/exports/columns.ts";
import { findingKinds } from "../scripts/import/report-format.ts";
import { frenchFindings } from "../scripts/import/reports/french.ts";

/* What people read must be what the tool does. */

const guide = await readFile("docs/guide-secretariat.md", "utf8");
const operations = await readFile("docs/operations.md", "utf8");

describe("the secretary's guide", () => {
  it.each(Object.values(frenchFindings).map(({ name }) => [name]))(
    "explains the finding « %s » in the words of the files",
    (name) => expect(guide).toContain(`| **${name}** |`),
  );

  it("has an example whose columns are all there are, by names that are understood", () => {
    const [header = ""] = /^\| ecole \|.*$/m.exec(guide) ?? [];
    const names = header.split("|").map((name) => name.trim());
    const understood = names.filter((name) => name !== "").map(columnNamed);
    expect(understood.sort()).toEqual([...columns].sort());
  });
});

describe("the guide for operations", () => {
  it.each(findingKinds.map((kind) => [kind]))("says what to do about %s", (kind) => {
    expect(operations).toMatch(new RegExp(`^\\| .*\`${kind}\`.*\\|.*\\|.*\\| .{5,} \\|$`, "m"));
  });

  it("has every option of an import", () => {
    const options = importCommand()
      .options.map(({ long }) => long ?? "")
      .filter((long) => long !== "--config");
    expect(options.filter((long) => !operations.includes(`| \`${long}`))).toEqual([]);
  });
});
