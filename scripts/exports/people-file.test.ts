import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPeopleFile, type PersonRow } from "./people-file.ts";

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

async function readPeople(path: string, school?: string) {
  const { ignoredColumns, rows } = await openPeopleFile(path, school);
  const read: PersonRow[] = [];
  for await (const row of rows()) read.push(row);
  return { ignoredColumns, rows: read };
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

test("--school stands in where a row names no school", async () => {
  const path = await file("school,email\nother,a@example.org\n,b@example.org\n");
  const { rows } = await readPeople(path, "demo");
  expect(rows.map(({ cells }) => cells.school)).toEqual(["other", "demo"]);
});

test.each<[string, string | Buffer, string]>([
  ["an empty file", "", "IMPORT_EMPTY"],
  ["a file without addresses", "school,name\ndemo,Claire\n", "IMPORT_COLUMN_MISSING"],
  ["a column that is there twice", "school,email,Email\n", "IMPORT_COLUMN_TWICE"],
  ["a spreadsheet", "PK\x03\x04[Content_Types].xml", "IMPORT_NOT_TEXT"],
  ["an old spreadsheet", Buffer.from("\xd0\xcf\x11\xe0\n", "latin1"), "IMPORT_NOT_TEXT"],
  ["a PDF", "%PDF-1.7\n", "IMPORT_NOT_TEXT"],
  ["a web page", "\uFEFF <!DOCTYPE html><table>", "IMPORT_NOT_TEXT"],
  ["JSON", '\uFEFF[{"school": "demo", "email": "a@example.org"}]', "IMPORT_NOT_TEXT"],
  ["UTF-16", Buffer.from("\uFEFFschool\temail\n", "utf16le"), "IMPORT_NOT_TEXT"],
  ["bytes of no text", "school,email\ndemo,a\0b\n", "IMPORT_NOT_TEXT"],
  [
    "two encodings",
    Buffer.concat([Buffer.from("school,email\nécole,a\n"), Buffer.from("\xe9cole,b\n", "latin1")]),
    "IMPORT_MIXED_ENCODING",
  ],
  ["a row longer than any", `school,email\ndemo,"${"a".repeat(2_000_000)}\n`, "IMPORT_NOT_CSV"],
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

test.each<[string, string | Buffer]>([
  ["commas and UTF-8", "school,email,last_name\ndemo,a@example.org,Müller\n"],
  ["a byte order mark", "\uFEFFschool,email,last_name\ndemo,a@example.org,Müller\n"],
  ["semicolons", "school;email;last_name\ndemo;a@example.org;Müller\n"],
  ["tabs", "school\temail\tlast_name\ndemo\ta@example.org\tMüller\n"],
  [
    "Windows-1252 and the ends of lines of Windows",
    Buffer.from("school;email;last_name\r\ndemo;a@example.org;M\xfcller\r\n", "latin1"),
  ],
  [
    "a line that names the separator",
    "sep=;\r\nschool;email;last_name\r\ndemo;a@example.org;Müller\r\n",
  ],
  ["quotes", '"school";"email";"last_name"\n"demo";"a@example.org";"Müller"\n'],
  ["French names", "École;Adresse mail;Nom\ndemo;a@example.org;Müller\n"],
  ["French names without accents, in capitals", "ECOLE,COURRIEL,NOM\ndemo,a@example.org,Müller\n"],
])("is read the same: %s", async (_, content) => {
  const { rows, ignoredColumns } = await readPeople(await file(content));
  expect(ignoredColumns).toEqual([]);
  expect(rows.map(({ cells }) => cells)).toMatchObject([
    { school: "demo", email: "a@example.org", last_name: "Müller" },
  ]);
});

test("a platform's own names of the old method's columns are known", async () => {
  const path = await file(
    "courriel;Nom d’utilisateur;mot_de_passe;prénom;matricule;langue\na@example.org;duboisc;$2y$10$x;Claire;D1;fr\n",
  );
  const { rows } = await readPeople(path, "demo");
  expect(rows[0]?.cells).toEqual({
    school: "demo",
    email: "a@example.org",
    first_name: "Claire",
    last_name: "",
    legacy_username: "duboisc",
    legacy_password_hash: "$2y$10$x",
    person_id: "D1",
    language: "fr",
  });
});

test("the lines of a file are those an editor shows, also after a line break within quotes", async () => {
  const path = await file(
    'sep=,\nschool,email,last_name\ndemo,a@example.org,"Du\nbois"\ndemo,b@example.org,X\n',
  );
  const { rows } = await readPeople(path);
  expect(rows.map(({ line }) => line)).toEqual([4, 5]);
});

test.each<[string, string]>([
  ["Windows", 'email,rem\r\na@example.org,"x\r\ny"\r\nb@example.org,\r\n'],
  [
    "Windows, where the first line is from elsewhere",
    'email,rem\na@example.org,"x\r\ny"\r\nb@example.org,\r\n',
  ],
  [
    "elsewhere, where the first line is from Windows",
    'email,rem\r\na@example.org,"x\ny"\nb@example.org,\n',
  ],
  ["old Macintoshes", 'email,rem\ra@example.org,"x\ry"\rb@example.org,\r'],
])("rows and lines are told apart by the ends of lines of %s", async (_, text) => {
  const { rows } = await readPeople(await file(text), "demo");
  expect(rows.map(({ line, cells }) => [line, cells.email])).toEqual([
    [3, "a@example.org"],
    [4, "b@example.org"],
  ]);
});

test("what can't be read twice is refused, rather than waited for", async () => {
  const pipe = join(dir, "pipe");
  await execa("mkfifo", [pipe]);
  for (const path of [pipe, dir]) {
    await expect(readPeople(path)).rejects.toMatchObject({ code: "IMPORT_NOT_FILE" });
  }
});

test("columns without a name are not told as unused", async () => {
  const { ignoredColumns } = await readPeople(
    await file("email;ville;;\na@example.org;x;;\n"),
    "demo",
  );
  expect(ignoredColumns).toEqual(["ville"]);
});

test("a column in both languages is one column twice", async () => {
  const path = await file("school,email,courriel\n");
  await expect(readPeople(path)).rejects.toMatchObject({ code: "IMPORT_COLUMN_TWICE" });
});
