import { appendFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Finding,
  findingLine,
  reportHeadLine,
  reportTailLine,
} from "../import/report-format.ts";
import { readFindings, type Wanted } from "./import-findings.ts";

const claire = "claire@example.org";
const counts = { rows: 1, imported: 1, unchanged: 0, held: 0, rejected: 0 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reports-"));
});
afterEach(() => rm(folder, { recursive: true }));

const wanted: Wanted = {
  address: claire,
  schools: [{ id: "a", usernames: ["duboisc"], personIds: ["17"] }],
};
const find = (whom = wanted) => readFindings(folder, whom, ["a", "b"]);

/** A finding about Claire's row. */
const held: Finding = {
  kind: "address-changed",
  school: "a",
  file: "a.csv",
  line: 3,
  address: claire,
};

interface Import {
  /** The hour of the day at which it began. */
  hour: number;
  minute?: number;
  schools: readonly string[];
  dryRun?: boolean;
  isCutOff?: boolean;
}

/** Writes a report as an import does. @returns the moment of the import */
async function report(
  { hour, minute = 0, schools, dryRun = false, isCutOff = false }: Import,
  ...findings: Finding[]
): Promise<string> {
  const [hh, mm] = [hour, minute].map((number) => String(number).padStart(2, "0"));
  const startedAt = `2026-11-23T${hh}:${mm}:00.000Z`;
  const within = join(folder, minute === 0 ? `of-${hour}` : `of-${hour}-${minute}`);
  await mkdir(within);
  const text = [
    reportHeadLine({ version: 1, startedAt, dryRun, files: ["a.csv"] }),
    ...findings.map((finding, place) => findingLine(finding, place === 0)),
    reportTailLine({
      endedAt: startedAt,
      schools: Object.fromEntries(schools.map((school) => [school, counts])),
      rows: counts,
      accounts: { made: 0, changed: 0, unchanged: 0 },
      passwords: 0,
    }),
  ].join("");
  await writeFile(join(within, "report.json"), isCutOff ? text.slice(0, -40) : text);
  return startedAt;
}

describe("what the last imports have found about somebody", () => {
  it("is found by the address, and by the old user name and number at the same school", async () => {
    const { address: _, ...others } = held;
    const about: Finding[] = [
      held,
      { ...others, line: 4, address: "other@example.org", username: "duboisc" },
      { ...others, line: 5, personId: "17" },
    ];
    const importedAt = await report({ hour: 8, schools: ["a"] }, ...about);
    expect(await find()).toEqual({
      folder,
      lastImports: new Map([["a", importedAt]]),
      findings: about.map((finding) => ({ ...finding, importedAt })),
      others: 0,
      troubles: [],
    });
  });

  it.each<[string, Partial<Finding>]>([
    ["a longer address", { address: `x${claire}` }],
    ["an address that only looks the same", { address: "сlaire@example.org" }],
    ["the address in what is said of somebody else", { address: "b@example.org", detail: claire }],
    ["the name and number at another school", { school: "b", username: "duboisc", personId: "17" }],
    ["the number as a name", { username: "17" }],
    ["the name in other letters", { username: "DUBOISC" }],
  ])("is not taken from a finding with %s", async (_, finding) => {
    const { address: __, ...others } = held;
    await report({ hour: 8, schools: ["a", "b"] }, { ...others, ...finding });
    expect((await find()).findings).toEqual([]);
  });

  it("is of each school's own last import, not of an earlier one or a dry run", async () => {
    await report({ hour: 6, schools: ["a", "b"] }, held, { ...held, school: "b" });
    const ofA = await report({ hour: 7, schools: ["a"] });
    await report({ hour: 8, schools: ["a"], dryRun: true }, held);
    const { findings, lastImports } = await find();
    expect(findings.map(({ school }) => school)).toEqual(["b"]);
    expect(lastImports.get("a")).toBe(ofA);
  });

  it("is the earlier one's too where the last was cut off, and this is said", async () => {
    await report({ hour: 7, schools: ["a"] }, { ...held, line: 9 });
    await report({ hour: 8, schools: ["a"], isCutOff: true }, held);
    const { findings, troubles } = await find();
    expect(findings.map(({ line }) => line)).toEqual([3, 9]);
    expect(troubles).toEqual([
      `${join(folder, "of-8/report.json")}: the import did not come to its end`,
    ]);
  });

  it("is not searched for without end", async () => {
    for (let minute = 0; minute < 50; minute++) {
      await report({ hour: 10, minute, schools: [] });
    }
    await report({ hour: 9, schools: ["a"] }, held);
    expect(await find()).toMatchObject({
      findings: [],
      troubles: [`${folder} has older reports, which were not read`],
    });
  });

  it("is nothing where no import has left a report", async () => {
    const nothing = { lastImports: new Map(), findings: [], others: 0, troubles: [] };
    expect(await find()).toEqual({ folder, ...nothing });
    const nowhere = join(folder, "nowhere");
    expect(await readFindings(nowhere, wanted, ["a"])).toEqual({ folder: nowhere, ...nothing });
  });

  it("is not kept without bound where every row of a file is about one address", async () => {
    const rows = Array.from({ length: 150 }, (_, place) => ({ ...held, line: place + 2 }));
    await report({ hour: 8, schools: ["a"] }, ...rows);
    const { findings, others } = await find();
    expect([findings.length, others]).toEqual([100, 50]);
  });

  it.each([
    ["empty", ""],
    ["of another program", '{"version":1,"findings":[]}'],
    ["not JSON", "<!doctype html>"],
    ["binary", "\0".repeat(100_000)],
  ])("leaves out, and says so, a report that is %s", async (_, text) => {
    await report({ hour: 7, schools: ["a"] }, held);
    await mkdir(join(folder, "strange"));
    await writeFile(join(folder, "strange/report.json"), text);
    const { findings, troubles } = await find();
    expect(findings).toHaveLength(1);
    expect(troubles).toEqual([
      `${join(folder, "strange/report.json")} is damaged, or no report of portail import`,
    ]);
  });

  it("is not forged by what stands in a cell", async () => {
    const importedAt = await report(
      { hour: 8, schools: ["a"] },
      { ...held, address: 'x\u2028],{"endedAt":"","schools":{"b":{}}\n,{"kind":"left"}' },
      held,
    );
    const { findings, lastImports } = await find();
    expect(findings).toEqual([{ ...held, importedAt }]);
    expect([...lastImports.keys()]).toEqual(["a"]);
  });

  it("is told to have no end where the disk has left zeros in its place", async () => {
    await report({ hour: 8, schools: ["a"], isCutOff: true }, held);
    await appendFile(join(folder, "of-8/report.json"), "\0".repeat(5000));
    expect((await find()).troubles).toHaveLength(1);
  });
});
