import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shippedVariables } from "../../test/support/shipped-config.ts";
import { extendLastDay } from "./extend.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "extend-"));
  await cp("realm-config", dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

const today = "2026-11-22";
const read = (file: string) => readFile(join(dir, file), "utf8");

function extend(until: string, school?: string, variables: Record<string, string> = {}) {
  return extendLastDay(dir, { school, until, today }, { ...shippedVariables, ...variables });
}

/** The lines that differ, before and after. */
async function differences(file: string, work: () => Promise<unknown>) {
  const before = (await read(file)).split("\n");
  await work();
  const after = (await read(file)).split("\n");
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
    isAsLong: before.length === after.length,
  };
}

describe("a later last day", () => {
  it("is the one line that changes in the file of a school with a day of its own", async () => {
    const changed = await differences("schools/saint-exupery.yaml", async () =>
      expect(await extend("2027-01-31", "saint-exupery")).toEqual({
        file: join(dir, "schools/saint-exupery.yaml"),
        before: "2026-06-30",
        until: "2027-01-31",
        isChanged: true,
      }),
    );
    expect(changed).toEqual({
      gone: ["  until: 2026-06-30"],
      come: ["  until: 2027-01-31"],
      isAsLong: true,
    });
  });

  it("takes the place of the example in a school's file that has none", async () => {
    const changed = await differences("schools/demo.yaml", async () =>
      expect(await extend("2027-08-31", "demo")).toMatchObject({ before: "2027-06-30" }),
    );
    expect(changed).toEqual({
      gone: ["# legacy:", "#   until: 2026-08-31"],
      come: ["legacy:", "  until: 2027-08-31"],
      isAsLong: true,
    });
  });

  it("is added to a file without either", async () => {
    const file = join(dir, "schools/demo.yaml");
    const text = (await read("schools/demo.yaml")).replace(/\n# Another last day[\s\S]*$/, "");
    await writeFile(file, text.trimEnd());
    await extend("2027-08-31", "demo");
    expect(await read("schools/demo.yaml")).toBe(
      `${text.trimEnd()}\n\nlegacy:\n  until: 2027-08-31\n`,
    );
  });

  it("may be the whole portal's, with what is said beside it", async () => {
    const portal = join(dir, "portal.yaml");
    await writeFile(
      portal,
      (await read("portal.yaml")).replace("until: 2027-06-30", 'until:   "2027-06-30"  # agreed'),
    );
    const changed = await differences("portal.yaml", () => extend("2027-08-31"));
    expect(changed.come).toEqual(["  until:   2027-08-31  # agreed"]);
  });

  it("that is there already changes nothing", async () => {
    const changed = await differences("schools/demo.yaml", async () =>
      expect(await extend("2027-06-30", "demo")).toMatchObject({ isChanged: false }),
    );
    expect(changed).toEqual({ gone: [], come: [], isAsLong: true });
  });
});

describe("refused, and nothing is written, is", () => {
  it.each([
    ["a day that is past", "2026-11-21", "saint-exupery", "LEGACY_DAY_PAST"],
    ["a day earlier than the one there is", "2027-01-31", "demo", "LEGACY_DAY_EARLIER"],
    ["a day that does not exist", "2027-02-29", "demo", "LEGACY_DAY"],
    ["another way to write a day", "31/08/2027", "demo", "LEGACY_DAY"],
    ["a school that is not there", "2027-08-31", "demp", "SCHOOL_UNKNOWN"],
  ])("%s", async (_, until, school, code) => {
    const changed = await differences("schools/demo.yaml", () =>
      expect(extend(until, school)).rejects.toMatchObject({ code }),
    );
    expect(changed).toEqual({ gone: [], come: [], isAsLong: true });
  });

  it("a file whose day comes from a variable", async () => {
    const file = join(dir, "schools/saint-exupery.yaml");
    const text = (await read("schools/saint-exupery.yaml")).replace("2026-06-30", "${LAST_DAY}");
    await writeFile(file, text);
    await expect(
      extend("2027-08-31", "saint-exupery", { LAST_DAY: "2027-06-30" }),
    ).rejects.toMatchObject({ code: "LEGACY_BY_HAND" });
    expect(await read("schools/saint-exupery.yaml")).toBe(text);
  });
});
