import { readFile } from "node:fs/promises";
import { styleText } from "node:util";
import { Command } from "commander";
import { counted } from "../counted.ts";
import { UserErrors } from "../errors.ts";
import { type Applied, applyPlan, conflictErrors, isNothingToDo } from "../keycloak/apply.ts";
import { planText } from "../plan/print.ts";
import { ensureStillSo, parseSavedPlan } from "../plan/saved-plan.ts";
import { confirmed } from "../prompts.ts";
import { terminalTeller } from "../terminal.ts";
import {
  type ComparisonOptions,
  planOptions,
  readComparison,
  savedPlanOf,
  secretsHelp,
  withComparisonOptions,
} from "./comparison.ts";

/** `portail apply`: makes the realm what `realm-config/` says. */
export function applyCommand(): Command {
  return withComparisonOptions(new Command("apply"))
    .description("make the realm what realm-config/ says")
    .argument("[plan]", "a plan that was saved with: portail plan --out <file>")
    .option("--yes", "do it without asking", false)
    .addHelpText(
      "after",
      `
Shows the plan, asks, and does just what the plan says. Only what the configuration says is compared
and changed; the rest of the realm is left alone. Running it again is harmless, also after it was
interrupted. Of two at once, the second waits.

A saved plan is done as it was saved, or refused when the realm or the configuration has changed.

${secretsHelp}

Examples:
  $ portail apply
  $ portail apply --yes --config /etc/portail
  $ portail apply friday.json              just what was saved with: portail plan --out friday.json
  $ portail apply --prune                  removes also the schools whose files are gone`,
    )
    .action(apply);
}

interface ApplyOptions extends ComparisonOptions {
  yes: boolean;
}

async function apply(file: string | undefined, options: ApplyOptions): Promise<void> {
  const teller = terminalTeller();
  const saved = file === undefined ? null : parseSavedPlan(file, await textOf(file));
  const comparison = await readComparison(
    options.config,
    saved?.options ?? planOptions(options),
    teller,
  );
  if (saved && file !== undefined) ensureStillSo(file, saved, savedPlanOf(comparison));
  const { plan, desired } = comparison;
  if (plan.conflicts.length > 0) throw new UserErrors(conflictErrors(plan));

  const hasSomethingToSay = plan.unknown.length + plan.undeclared.length > 0;
  if (!isNothingToDo(plan) || hasSomethingToSay) {
    process.stderr.write(
      planText(plan, (format, text) => styleText(format, text, { stream: process.stderr })),
    );
  }
  if (isNothingToDo(plan)) {
    process.stdout.write(
      `Nothing to do: the realm "${desired.name}" is as the configuration says.\n`,
    );
    return;
  }
  if (!(await confirmed("Apply?", options.yes))) {
    process.stdout.write("Nothing was changed.\n");
    return;
  }
  const startedAt = performance.now();
  const applied = await applyPlan(comparison, teller);
  process.stdout.write(
    `${summary(desired.name, applied, (performance.now() - startedAt) / 1000)}\n`,
  );
}

/** Node does not say which file it was when a folder is read as one. */
function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw Object.assign(error, { path: file });
  });
}

function summary(realm: string, { created, changes }: Applied, seconds: number): string {
  const took = `(${seconds.toFixed(1)} s)`;
  if (created)
    return `The realm "${realm}" was made: ${counted(changes.length, "object")} ${took}.`;
  return `The realm "${realm}" is as the configuration says now: ${counted(changes.length, "change")} ${took}.`;
}
