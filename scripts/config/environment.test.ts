import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

test("the environment wins over .env, and .env may be missing", async () => {
  const dir = await mkdtemp(join(tmpdir(), "environment-"));
  try {
    expect(await readEnvironment(dir, { A: "1" })).toEqual({ A: "1" });
    await writeFile(join(dir, ".env"), "A=file\nB='from file'\n");
    expect(await readEnvironment(dir, { A: "1" })).toEqual({ A: "1", B: "from file" });
  } finally {
    await rm(dir, { recursive: true });
  }
});
