import { writeFile } from "node:fs/promises";
import { styleText } from "node:util";
import { Command } from "commander";
import { planJson, planText } from "../plan/print.ts";
import { savedPlanText } from "../plan/saved-plan.ts";
import { terminalTeller } from "../terminal.ts";
import {
  type ComparisonOptions,
  planOptions,
  readComparison,
  savedPlanOf,
  secretsHelp,
  withComparisonOptions,
} from "./comparison.ts";

/** `portail plan`: what `portail apply` would change. Writes nothing. */
export function planCommand(): Command {
  return withComparisonOptions(new Command("plan"))
    .description("show what differs between realm-config/ and the realm")
    .option("--out <file>", "save the plan, for: portail apply <file>")
    .option("--json", "one JSON document on standard output", false)
    .addHelpText(
      "after",
      `
Only what the configuration says is compared; the rest of the realm is not looked at. Nothing is
changed. Secrets are never shown.

${secretsHelp}

Exit code: 0 the realm is as the configuration says, 2 there are differences, 1 it failed, or
something stands in the way that a person has to decide.

Examples:
  $ portail plan
  $ portail plan --prune                   what is to be removed as well
  $ portail plan --out friday.json         to be looked at, then: portail apply friday.json
  $ portail plan --json | jq '.changes[].name'`,
    )
    .action(plan);
}

async function plan(options: ComparisonOptions & { json: boolean; out?: string }): Promise<void> {
  const teller = terminalTeller();
  const comparison = await readComparison(options.config, planOptions(options), teller);
  const { plan } = comparison;
  process.stdout.write(
    options.json
      ? planJson(plan)
      : planText(plan, (format, text) => styleText(format, text, { stream: process.stdout })),
  );
  if (options.out !== undefined) {
    await writeFile(options.out, savedPlanText(savedPlanOf(comparison)));
    teller.note(`Saved. To do just this: portail apply ${options.out}`);
  }
  if (plan.conflicts.length > 0) process.exitCode = 1;
  else if (plan.changes.length > 0) process.exitCode = 2;
}
