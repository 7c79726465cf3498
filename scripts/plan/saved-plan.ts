import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { UserError } from "../errors.ts";
import type { Plan, PlanOptions } from "./plan.ts";

/** A plan that was looked at, to be done later or by somebody else. */
export interface SavedPlan {
  /** The server's address. */
  readonly server: string;
  /** How far it goes. */
  readonly options: Omit<PlanOptions, "stateKey">;
  readonly plan: Plan;
  /**
   * Keyed hashes of the declared secrets, by `secretName`: another secret is another plan. Empty
   * without `PORTAIL_STATE_KEY`.
   */
  readonly secrets: Readonly<Record<string, string>>;
}

const schema = z.object({
  version: z.literal(1),
  server: z.string(),
  options: z.object({ writesSecrets: z.boolean(), prunes: z.boolean(), adopts: z.boolean() }),
  plan: z.looseObject({ realm: z.string(), changes: z.array(z.unknown()) }),
  secrets: z.record(z.string(), z.string()),
});

/** The saved plan as a file's text; no secret is in it. */
export function savedPlanText({ server, options, plan, secrets }: SavedPlan): string {
  const { writesSecrets = false, prunes = false, adopts = false } = options;
  const saved = { version: 1, server, options: { writesSecrets, prunes, adopts }, plan, secrets };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/**
 * Reads what `savedPlanText` wrote.
 *
 * @param file its path, for the message
 * @throws {UserError} `PLAN_FILE`
 */
export function parseSavedPlan(file: string, text: string): SavedPlan {
  try {
    // The plan is only ever compared with a new one.
    return schema.parse(JSON.parse(text)) as unknown as SavedPlan;
  } catch (cause) {
    throw new UserError(
      "PLAN_FILE",
      `${file} is not a plan that this portail has saved`,
      // Not this file's name: it is something else, which saving would overwrite.
      `Save one with "portail plan --out plan.json", then apply that.`,
      { cause },
    );
  }
}

/**
 * Refuses a saved plan that is not exactly what would be done now.
 *
 * @param now from the same server, with the same options
 * @throws {UserError} `PLAN_OUTDATED`
 */
export function ensureStillSo(file: string, saved: SavedPlan, now: SavedPlan): void {
  if (saved.server !== now.server || saved.plan.realm !== now.plan.realm) {
    throw new UserError(
      "PLAN_OUTDATED",
      `${file} is a plan for the realm "${saved.plan.realm}" on ${saved.server}, not for "${now.plan.realm}" on ${now.server}; nothing was done`,
      "Name the server that it was made for, or save another plan.",
    );
  }
  const comparable = ({ plan, secrets }: SavedPlan) =>
    JSON.parse(JSON.stringify({ plan, secrets }));
  if (isDeepStrictEqual(comparable(saved), comparable(now))) return;
  throw new UserError(
    "PLAN_OUTDATED",
    `${file} is out of date: the realm or the configuration has changed since it was saved; nothing was done`,
    `Look at a new plan: "portail plan --out ${file}".`,
  );
}
