import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("the extension stays under 1,500 lines of code", async () => {
  let lines = 0;
  for await (const file of glob("extension/src/main/java/**/*.java")) {
    const text = await readFile(file, "utf8");
    lines += text.split("\n").filter((line) => !isRemarkOrImport(line.trim())).length;
    expect(text, `${file} says why it must be Java`).toMatch(/Java[, ]|LegacyHash} is/);
  }
  expect(lines).toBeLessThan(1500);
  expect(lines, "the files were found").toBeGreaterThan(500);
});

/** Of a file: what is written for the reader, and what an editor writes at its top. */
function isRemarkOrImport(line: string): boolean {
  return line === "" || /^(\/\*|\*|\/\/|import |package )/.test(line);
}
