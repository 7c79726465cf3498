import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

/** Lines of a part, comments and all; each of its classes must say why it is Java. */
async function linesOf(pattern: string, exclude: readonly string[]): Promise<number> {
  let lines = 0;
  for await (const file of glob(pattern, { exclude })) {
    const text = await readFile(file, "utf8");
    lines += text.split("\n").length - 1;
    expect(text, `${file} says why it must be Java`).toMatch(/Java[, ]|LegacyHash} is/);
  }
  return lines;
}

const main = "extension/src/main/java";
const own = ["link", "device", "factor", "notice", "recovery", "mail", "removal"].map(
  (name) => `${main}/be/itschool/portal/${name}/*.java`,
);
const [link = "", device = "", factor = "", notice = "", recovery = "", mail = "", removal = ""] =
  own;

test.each([
  {
    part: "the old method and membership",
    pattern: `${main}/**/*.java`,
    without: own,
    bound: 1500,
  },
  { part: "linking an account", pattern: link, without: [], bound: 850 },
  { part: "remembered devices", pattern: device, without: [], bound: 250 },
  { part: "the order of second factors", pattern: factor, without: [], bound: 50 },
  { part: "telling people of changes", pattern: notice, without: [], bound: 200 },
  { part: "recovery codes that work once", pattern: recovery, without: [], bound: 60 },
  { part: "mails that anybody can ask for", pattern: mail, without: [], bound: 100 },
  { part: "removing a second factor", pattern: removal, without: [], bound: 100 },
])("$part: fewer than $bound lines of Java, comments and all", async (one) => {
  const lines = await linesOf(one.pattern, one.without);
  expect(lines).toBeLessThan(one.bound);
  expect(lines, "the files were found").toBeGreaterThan(one.bound * 0.6);
});
