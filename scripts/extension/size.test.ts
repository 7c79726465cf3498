import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("the extension stays under 1,500 lines of Java, comments and all", async () => {
  let lines = 0;
  for await (const file of glob("extension/src/main/java/**/*.java")) {
    const text = await readFile(file, "utf8");
    lines += text.split("\n").length - 1;
    expect(text, `${file} says why it must be Java`).toMatch(/Java[, ]|LegacyHash} is/);
  }
  expect(lines).toBeLessThan(1500);
  expect(lines, "the files were found").toBeGreaterThan(500);
});
