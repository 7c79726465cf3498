import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

/** Lines of a part, comments and all; each of its classes must say why it is Java. */
async function linesOf(pattern: string, exclude: string[] = []): Promise<number> {
  let lines = 0;
  for await (const file of glob(pattern, { exclude })) {
    const text = await readFile(file, "utf8");
    lines += text.split("\n").length - 1;
    expect(text, `${file} says why it must be Java`).toMatch(/Java[, ]|LegacyHash} is/);
  }
  expect(lines, "the files were found").toBeGreaterThan(0);
  return lines;
}

const main = "extension/src/main/java";
const link = `${main}/be/itschool/portal/link/*.java`;
const device = `${main}/be/itschool/portal/device/*.java`;
const factor = `${main}/be/itschool/portal/factor/*.java`;
const notice = `${main}/be/itschool/portal/notice/*.java`;

test("the old method and membership stay under 1,500 lines of Java, comments and all", async () => {
  expect(await linesOf(`${main}/**/*.java`, [link, device, factor, notice])).toBeLessThan(1500);
});

test("linking an account stays under 850 lines of Java, comments and all", async () => {
  expect(await linesOf(link)).toBeLessThan(850);
});

test("remembered devices stay under 250 lines of Java, comments and all", async () => {
  expect(await linesOf(device)).toBeLessThan(250);
});

test("the order of second factors stays under 50 lines of Java, comments and all", async () => {
  expect(await linesOf(factor)).toBeLessThan(50);
});

test("telling people of changes stays under 200 lines of Java, comments and all", async () => {
  expect(await linesOf(notice)).toBeLessThan(200);
});
