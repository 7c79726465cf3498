import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setVariables, withVariables } from "./env-file.ts";

describe("withVariables", () => {
  it.each([
    ["an empty file", "", "A=1\nB=2\n"],
    ["others and comments", "# A=0\nOTHER='x y' # why\n", "# A=0\nOTHER='x y' # why\nA=1\nB=2\n"],
    ["no line end", "OTHER=x", "OTHER=x\nA=1\nB=2\n"],
    ["one in its place", "A=0\nOTHER=x\n", "A=1\nOTHER=x\nB=2\n"],
    ["exported ones", "export A = 0\nOTHER=x\n", "A=1\nOTHER=x\nB=2\n"],
    ["one twice, of which the last counts", "A=0\nA=9\nB=2\n", "A=0\nA=1\nB=2\n"],
    ["names that begin alike", "AA=0\nA_=0\n", "AA=0\nA_=0\nA=1\nB=2\n"],
  ])("sets variables in %s and leaves every other line as it is", (_, before, after) => {
    expect(withVariables(before, { A: "1", B: "2" })).toBe(after);
    expect(withVariables(after, { A: "1", B: "2" })).toBe(after);
  });

  it("refuses rather than change another value", () => {
    const text = 'KEY="-----\nA=inside\n-----"\n';
    expect(() => withVariables(text, { A: "1" })).toThrow(
      expect.objectContaining({ code: "ENV_LINE" }),
    );
  });
});

describe("setVariables", () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "env-"));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("makes the file for its owner alone, also one that others could read", async () => {
    const file = join(dir, ".env");
    for (const before of [null, 0o644]) {
      if (before) await chmod(file, before);
      await setVariables(file, { A: "1" });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
    expect(await readdir(dir)).toEqual([".env"]);
  });

  it("writes where a link leads", async () => {
    await writeFile(join(dir, "shared.env"), "OTHER=x\n");
    await symlink("shared.env", join(dir, ".env"));
    await setVariables(join(dir, ".env"), { A: "1" });
    expect(await readFile(join(dir, "shared.env"), "utf8")).toBe("OTHER=x\nA=1\n");
    expect((await readdir(dir)).sort()).toEqual([".env", "shared.env"]);
  });
});
