import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPeopleFile } from "../../scripts/exports/people-file.ts";
import { hardExport } from "./hard-export.ts";

/* The generator is worth something only while it is as hard as it says. */

test("the same seed draws the same export", () => {
  expect(hardExport(7, 2, "md5")).toEqual(hardExport(7, 2, "md5"));
  expect(hardExport(7, 2, "md5").rows).not.toEqual(hardExport(8, 2, "md5").rows);
});

test("each file is read as the rows that were drawn for it, on their lines", async () => {
  const { files, rows } = hardExport(1, 3, "md5");
  const dir = await mkdtemp(join(tmpdir(), "hard-"));
  for (const { name, bytes } of files) {
    const path = join(dir, name);
    await writeFile(path, bytes);
    const read: unknown[] = [];
    for await (const row of (await openPeopleFile(path)).rows()) read.push(row);
    const drawn = rows.filter(({ file }) => file === name);
    expect(read).toEqual(
      drawn.map(({ line, cells, surplus }) => ({
        line,
        cells: Object.fromEntries(
          Object.entries(cells).map(([column, cell]) => [column, cell.trim()]),
        ),
        hasSurplusCells: surplus !== undefined,
      })),
    );
  }
  await rm(dir, { recursive: true });
});
