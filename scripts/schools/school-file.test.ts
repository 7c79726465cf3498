import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { schoolSchema } from "../config/schema.ts";
import { readYaml } from "../config/yaml-file.ts";
import type { UserErrors } from "../errors.ts";
import { type SchoolSettings, schoolFileText, writeSchoolFile } from "./school-file.ts";

const athenee: SchoolSettings = {
  name: "Athénée royal",
  application: {
    type: "confidential",
    home: "https://athenee.example/",
    redirects: ["https://athenee.example/callback"],
    afterSignOut: ["https://athenee.example/"],
  },
};

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "school-file-"));
});
afterEach(() => rm(dir, { recursive: true }));

test.each<[string, string, string, Partial<SchoolSettings>]>([
  [
    "demo",
    "École de démonstration",
    "${DEMO_SCHOOL_URL}",
    { video: "https://www.example.org/video-portail" },
  ],
  [
    "saint-exupery",
    "Athénée Saint-Exupéry",
    "${SAINT_EXUPERY_SCHOOL_URL}",
    { legacy: { until: "2026-06-30" } },
  ],
])("a file has the comments of the shipped one: %s", async (id, name, url, more) => {
  const text = schoolFileText(id, {
    name,
    application: {
      type: "public",
      home: `${url}/`,
      redirects: [`${url}/callback`],
      afterSignOut: [`${url}/`],
      backchannelLogout: `${url}/backchannel-logout`,
    },
    ...more,
  });
  expect(text).toBe(await readFile(`realm-config/schools/${id}.yaml`, "utf8"));
});

test("what may be left out stands there as a comment", () => {
  const text = schoolFileText("athenee", athenee);
  expect(text).toMatch(/May be left out\.\n {2}# backchannelLogout: https:\/\/…\n/);
  expect(text).toMatch(/\n# video: https:\/\/…\n\n# .*\n# legacy:\n# {3}until: 2026-08-31\n$/);
});

test.each([
  "yes",
  "2025",
  "# no comment",
  'L\'école "du: centre"',
  "*",
  "Ecole\u00a0d'été",
  "a\nb: c",
  "<script>",
])("a name is read as it was given: %j", (name) => {
  const text = schoolFileText("athenee", { ...athenee, name });
  expect(readYaml("athenee.yaml", text, schoolSchema, {}).value).toEqual({ ...athenee, name });
});

describe("writing", () => {
  it("makes the file, and the folder where it is the first", async () => {
    const file = await writeSchoolFile(dir, "athenee", athenee, {});
    expect(file).toBe(join(dir, "schools/athenee.yaml"));
    expect(await readFile(file, "utf8")).toBe(schoolFileText("athenee", athenee));
  });

  it("never overwrites a school", async () => {
    const file = await writeSchoolFile(dir, "athenee", athenee, {});
    await writeFile(file, "mine");
    await expect(writeSchoolFile(dir, "athenee", athenee, {})).rejects.toMatchObject({
      code: "SCHOOL_EXISTS",
    });
    expect(await readFile(file, "utf8")).toBe("mine");
  });

  it("writes nothing that a later command would refuse", async () => {
    const home = "${ATHENEE_URL}/";
    const settings = { ...athenee, application: { ...athenee.application, home } };
    const refused = (env: Record<string, string>) =>
      writeSchoolFile(dir, "athenee", settings, env).catch((error: UserErrors) =>
        error.errors.map(({ code }) => code),
      );
    expect(await refused({})).toEqual(["CONFIG_MISSING_VARIABLE"]);
    expect(await refused({ ATHENEE_URL: "http://athenee.example" })).toEqual([
      "CONFIG_INVALID_VALUE",
    ]);
    expect(await readdir(dir)).toEqual([]);
    await writeSchoolFile(dir, "athenee", settings, { ATHENEE_URL: "https://athenee.example" });
  });

  it.each([
    ["Athénée Royal", "athenee-royal"],
    ["../portal", "portal"],
  ])("refuses the id %j and says what could be one", async (id, possible) => {
    await expect(writeSchoolFile(dir, id, athenee, {})).rejects.toMatchObject({
      code: "SCHOOL_ID",
      remedy: expect.stringContaining(`"${possible}"`),
    });
    expect(await readdir(dir)).toEqual([]);
  });

  it("refuses a configuration that is not there", async () => {
    await expect(writeSchoolFile(join(dir, "no"), "athenee", athenee, {})).rejects.toMatchObject({
      code: "CONFIG_FILE_MISSING",
    });
  });
});
