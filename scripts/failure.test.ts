import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { UserError, UserErrors } from "./errors.ts";
import { describeFailure } from "./failure.ts";

const shown = (error: unknown, isVerbose = false) =>
  stripVTControlCharacters(describeFailure(error, isVerbose));

test("a person's mistake is one line and what to do, without a stack", () => {
  const mistake = new UserError("PORT_TAKEN", "port 8080 is taken", "Stop what uses it.");
  const lines = "✗ port 8080 is taken (PORT_TAKEN)\n  Stop what uses it.\n";
  expect(shown(mistake)).toBe(lines);
  expect(shown(new UserErrors([mistake, mistake]), true)).toBe(lines + lines);
});

test("a bug shows its stack only when asked", () => {
  const bug = new TypeError("x is not a function");
  expect(shown(bug)).toBe(
    "✗ Unexpected error: x is not a function\n  Run the command again with --verbose to see where it comes from.\n",
  );
  expect(shown(bug, true)).toContain("failure.test.ts");
});

test("what a mistake repeats can't steer the terminal", () => {
  const mistake = new UserError("X", "found \u001b[2K\u0007", "Correct \u001b]0;x\u0007it.");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(describeFailure(mistake, false)).not.toMatch(/\u001b\[2K|\u0007|\u001b\]/);
});

test("a file in a folder's place, as with one that may not be written, is no bug", async () => {
  const dir = await mkdtemp(join(tmpdir(), "failure-"));
  try {
    await writeFile(join(dir, ".portail"), "");
    const error = await mkdir(join(dir, ".portail/demo")).catch((reason: unknown) => reason);
    expect(shown(error)).toMatch(/^✗ .*\.portail\/demo: it is not a folder \(ENOTDIR\) \(FILE_UN/);
  } finally {
    await rm(dir, { recursive: true });
  }
});
