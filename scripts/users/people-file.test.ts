import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readPeople } from "./people-file.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "people-"));
});
afterEach(() => rm(dir, { recursive: true }));

async function file(content: string | Buffer): Promise<string> {
  const path = join(dir, "people.csv");
  await writeFile(path, content);
  return path;
}

test("reads the shipped people: two schools, a parent in both and one with an awkward name", async () => {
  const { rows, ignoredColumns } = await readPeople("realm-config/demo/people.csv");
  const schoolsOf = (email: string) =>
    rows.filter(({ cells }) => cells.email === email).map(({ cells }) => cells.school);
  expect(ignoredColumns).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(300);
  expect(schoolsOf("claire.dubois@example.org")).toEqual(["demo", "saint-exupery"]);
  expect(schoolsOf("marc.lambert@example.org")).toEqual(["demo"]);
  expect(rows.find(({ cells }) => cells.email === "obrien@example.org")?.cells).toMatchObject({
    first_name: "<script>alert(1)</script>",
    last_name: `"O'Brien & fils"`,
  });
  expect(rows.every(({ cells }) => /@example\.(org|net)$/.test(cells.email))).toBe(true);
});

test("accepts a byte order mark, spaces, other columns and short rows", async () => {
  const path = await file("\uFEFFSchool, Email ,town\ndemo, a@example.org ,Namur\n\ndemo\n");
  expect(await readPeople(path)).toMatchObject({
    ignoredColumns: ["town"],
    rows: [
      { line: 2, cells: { school: "demo", email: "a@example.org", last_name: "" } },
      { line: 4, cells: { school: "demo", email: "" } },
    ],
  });
});

test("--school stands in for the column, and wins over it", async () => {
  const path = await file("school,email\nother,a@example.org\n");
  const { rows } = await readPeople(path, "demo");
  expect(rows[0]?.cells.school).toBe("demo");
});

test.each<[string, string | Buffer, string]>([
  ["an empty file", "", "IMPORT_COLUMN_MISSING"],
  ["a file without addresses", "school,name\ndemo,Claire\n", "IMPORT_COLUMN_MISSING"],
  ["a column that is there twice", "school,email,Email\n", "IMPORT_COLUMN_TWICE"],
  ["semicolons", "school;email\ndemo;a@example.org\n", "IMPORT_COLUMN_MISSING"],
  [
    "Windows-1252",
    Buffer.from("school,email\nd\xe9mo,a@example.org\n", "latin1"),
    "IMPORT_NOT_UTF8",
  ],
  ["an open quote", 'school,email\ndemo,"a@example.org\n', "IMPORT_NOT_CSV"],
])("%s is one clear mistake", async (_, content, code) => {
  await expect(readPeople(await file(content))).rejects.toMatchObject({ code });
});

test("a broken line is named without repeating what stands in it", async () => {
  const path = await file('school,email,legacy_password_hash\ndemo,a@example.org,"s3cret"x\n');
  await expect(readPeople(path)).rejects.toMatchObject({
    code: "IMPORT_NOT_CSV",
    message: expect.not.stringContaining("s3cret"),
  });
});

test("a first line that holds a person instead of the columns' names is not repeated", async () => {
  const path = await file("demo,a@example.org,Claire,Dubois,duboisc,$2y$10$abcdef,D1,fr\n");
  await expect(readPeople(path)).rejects.toMatchObject({
    code: "IMPORT_COLUMN_MISSING",
    message: expect.not.stringMatching(/a@example|dubois|\$2y/i),
  });
});

test("a row with more cells than the header is marked; empty ones at its end are not", async () => {
  const path = await file(
    "school,email,first_name\ndemo,a@example.org,Anne, Marie\ndemo,b@example.org,Bert,,\n",
  );
  const { rows } = await readPeople(path);
  expect(rows.map(({ hasSurplusCells }) => hasSurplusCells)).toEqual([true, false]);
});

test("a file that is not there is named", async () => {
  await expect(readPeople(join(dir, "nowhere.csv"))).rejects.toMatchObject({
    code: "IMPORT_FILE_MISSING",
    message: expect.stringContaining("nowhere.csv"),
  });
});
