import { readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { UserError } from "../errors.ts";

/**
 * Sets variables in the text of a `.env` file; every other line stays as it is. A variable that is
 * there already keeps its place.
 *
 * @param values of letters, digits and marks that need no quotes
 * @throws {UserError} `ENV_LINE` when the file is written so that others would change
 */
export function withVariables(text: string, values: Readonly<Record<string, string>>): string {
  let lines = text.split("\n");
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}=${value}`;
    const isIts = new RegExp(`^\\s*(export\\s+)?${name}\\s*=`);
    // The last one counts.
    const index = lines.findLastIndex((one) => isIts.test(one));
    if (index >= 0) lines[index] = line;
    else lines = [...(lines.at(-1) === "" ? lines.slice(0, -1) : lines), line, ""];
  }
  const written = lines.join("\n");
  const [before, after] = [parseEnv(text), parseEnv(written)];
  const isAsWanted = Object.entries({ ...before, ...values }).every(
    ([name, value]) => after[name] === value,
  );
  if (isAsWanted && Object.keys({ ...before, ...values }).length === Object.keys(after).length) {
    return written;
  }
  throw new UserError(
    "ENV_LINE",
    `${Object.keys(values).join(", ")} can't be set in .env without changing other lines`,
    "Look for a value over several lines in it, or print the lines and put them in by hand.",
  );
}

/**
 * Sets variables in a `.env` file, which is made when there is none; afterwards nobody but its owner
 * can read it.
 *
 * @param file its path
 * @param values as `withVariables` takes them
 * @throws {UserError} `ENV_LINE`
 */
export async function setVariables(
  file: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  // It may be a link to where a team keeps it.
  const target = await realpath(file).catch(() => file);
  const beside = `${target}.new`;
  // The mode is for a new file alone.
  await rm(beside, { force: true });
  await writeFile(beside, withVariables(text, values), { mode: 0o600, flag: "wx" });
  // In one go: a half written file would have lost what was in it.
  await rename(beside, target);
}
