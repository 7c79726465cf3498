import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isMap, isScalar, parseDocument } from "yaml";
import type { z } from "zod";
import { loadConfig } from "../config/load.ts";
import { portalSchema, schoolSchema } from "../config/schema.ts";
import { type Environment, readYaml } from "../config/yaml-file.ts";
import { UserError } from "../errors.ts";
import { findSchool } from "../schools/find-school.ts";
import { schoolFile } from "../schools/school-file.ts";
import { lastDay } from "./last-day.ts";

/** What came of making the old method last longer. */
export interface Extended {
  readonly file: string;
  /** The last day before; `null` where there was none. */
  readonly before: string | null;
  readonly until: string;
  /** False where it was that day already. */
  readonly isChanged: boolean;
}

/**
 * Writes a later last day of the old method into the configuration.
 *
 * @param dir the configuration's folder
 * @param wish `school` the school's id, or all that have no day of their own; `today` in Belgium
 * @param env where `${NAME}` takes its value from
 * @throws {UserError} `LEGACY_DAY`, `LEGACY_DAY_PAST`, `LEGACY_DAY_EARLIER`, `LEGACY_BY_HAND`,
 *   `SCHOOL_UNKNOWN`
 * @throws {UserErrors} what is wrong with the configuration as it is
 */
export async function extendLastDay(
  dir: string,
  { school, until, today }: { school?: string | undefined; until: string; today: string },
  env: Environment,
): Promise<Extended> {
  requireDay(until, today);
  const config = await loadConfig(dir, env);
  const before =
    school === undefined
      ? config.legacy?.until
      : lastDay(config, findSchool(config.schools, school));
  if (before !== undefined && before > until) {
    throw new UserError(
      "LEGACY_DAY_EARLIER",
      `the old method lasts until ${before}, and ${until} would be earlier`,
      "To end it earlier, write the day into the file by hand, once the schools have told it.",
    );
  }
  const file = school === undefined ? join(dir, "portal.yaml") : schoolFile(dir, school);
  const isChanged = before !== until;
  if (isChanged) {
    const text = await readFile(file, "utf8");
    const schema = school === undefined ? portalSchema : schoolSchema;
    await writeFile(file, withLastDay(file, text, until, schema, env));
  }
  return { file, before: before ?? null, until, isChanged };
}

function requireDay(until: string, today: string): void {
  const { until: allowed } = schoolSchema.shape.legacy.unwrap().shape;
  const mistake = allowed.safeParse(until).error?.issues[0]?.message;
  if (mistake !== undefined) {
    throw new UserError(
      "LEGACY_DAY",
      `--until is "${until}", allowed: ${mistake}`,
      "Write year, month and day, in this order.",
    );
  }
  if (until < today) {
    throw new UserError(
      "LEGACY_DAY_PAST",
      `--until is ${until}, which is past: today is ${today} in Belgium`,
      "Name today or a later day.",
    );
  }
}

/**
 * A file's text with another last day; all the rest of it stays, letter by letter.
 *
 * @throws {UserError} `LEGACY_BY_HAND` for a file that is written too differently
 */
export function withLastDay(
  file: string,
  text: string,
  until: string,
  schema: z.ZodType,
  env: Environment,
): string {
  const changed = edited(text, until);
  const { value } = changed === undefined ? {} : readYaml(file, changed, schema, env);
  const legacy = (value as { legacy?: { until?: string } } | undefined)?.legacy;
  if (changed !== undefined && legacy?.until === until) return changed;
  throw new UserError(
    "LEGACY_BY_HAND",
    `the last day in ${file} is not written as a plain day, so it was left alone`,
    `Write "until: ${until}" below "legacy:" there, or set the variable that stands in its place.`,
  );
}

/** As the files explain it where it is left out. */
const leftOut = /^# legacy:\n# {3}until: .*$/m;

function edited(text: string, until: string): string | undefined {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return undefined;
  const legacy = contents.get("legacy");
  if (legacy === undefined) {
    const lines = `legacy:\n  until: ${until}`;
    if (leftOut.test(text)) return text.replace(leftOut, lines);
    return `${text}${text.endsWith("\n") ? "" : "\n"}\n${lines}\n`;
  }
  const day = isMap(legacy) ? legacy.get("until", true) : undefined;
  if (!isScalar(day) || !day.range || String(day.value).includes("${")) return undefined;
  const [start, end] = day.range;
  return `${text.slice(0, start)}${until}${text.slice(end)}`;
}
