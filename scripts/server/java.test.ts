import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findJava, javaMajor, requireMaven } from "./java.ts";

describe("javaMajor", () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16', 25],
    ['java version "1.8.0_412"', 8],
    ["something else", null],
  ])("reads %s", (output, major) => expect(javaMajor(output)).toBe(major));
});

describe("on a machine", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "path-test-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function program(name: string, script: string) {
    await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(folder, name), 0o755);
  }

  it("says what to install where there is no Java", async () => {
    await expect(findJava({ PATH: folder })).rejects.toMatchObject({
      code: "JAVA_MISSING",
      remedy: expect.stringContaining("JDK 17"),
    });
  });

  it("names a JAVA_HOME that holds no Java", async () => {
    await expect(findJava({ PATH: folder, JAVA_HOME: "/nowhere" })).rejects.toMatchObject({
      code: "JAVA_MISSING",
      message: expect.stringContaining("/nowhere"),
    });
  });

  it("refuses a Java that Keycloak does not run on", async () => {
    await program("java", `echo 'openjdk version "11.0.2"' >&2`);
    await expect(findJava({ PATH: folder })).rejects.toMatchObject({ code: "JAVA_TOO_OLD" });
  });

  it("takes the Java on the path", async () => {
    await program("java", `echo 'openjdk version "21.0.2"' >&2`);
    expect(await findJava({ PATH: folder })).toBe("java");
  });

  it("says what to install where there is no Maven", async () => {
    await expect(requireMaven({ PATH: folder })).rejects.toMatchObject({ code: "MAVEN_MISSING" });
  });
});
