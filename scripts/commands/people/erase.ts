import { Command, InvalidArgumentError } from "commander";
import { belgianDay } from "../../belgian-day.ts";
import { loadConfig } from "../../config/load.ts";
import { connect, connectionFrom } from "../../keycloak/connection.ts";
import { holdingLock, importLock } from "../../keycloak/lock.ts";
import { askingServer } from "../../keycloak/server-error.ts";
import { type Erased, eraseSchoolless } from "../../people/erase.ts";
import { erasedText, foundLines, question, standing } from "../../people/erase-text.ts";
import { findSchoolless, type Looked } from "../../people/find-schoolless.ts";
import type { Period } from "../../people/schoolless.ts";
import { confirmed } from "../../prompts.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

interface EraseOptions {
  config: string;
  after: number;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
}

/** Summer holidays, and an export that came late, must not cost anybody their account. */
const fewestDays = 90;
const mostDays = 3650;

/** `portail people erase`: erases accounts that no school has known for a long time. */
export function eraseCommand(): Command {
  return new Command("erase")
    .description("erase the accounts that no school has known for a long time")
    .option(
      "--after <days>",
      `how long no school may have known them, ${fewestDays} to ${mostDays}`,
      dayCount,
      365,
    )
    .option("--dry-run", "only say what would happen", false)
    .option("--yes", "do it without asking", false)
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
An import takes people out of a school (--missing leave) and never deletes them. This does, once the
last school let them go long enough ago: the account, its password, links and second factor, its
sessions and its attributes. It does not come back; a school that names the address again gets a new
account. Each account is looked at once more right before.

An account without school that does not say since when (attribute portail.left) says from now on that it
is so today: its days begin. One that a school knows again loses that mark.

Never erased is an account that has a role of its own or is in a group of any kind, and a program's. Give
an account of yours that belongs to no school such a group.

Keycloak notes each in its log of changes. Interrupted, it goes on when it is run again.

Exit code: 0 done, nothing to do, or you said no; 1 it failed, or there was nobody to ask.

Examples:
  $ portail people erase --dry-run          who would be erased
  $ portail people erase --after 730        shows, then asks`,
    )
    .action(erase);
}

async function erase(options: EraseOptions): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const connection = connectionFrom(env);
  const client = await connect(connection, config.realm);
  const period: Period = { today: belgianDay(), days: options.after };
  await askingServer(connection, async () => {
    const found = await findSchoolless(client, period, teller);
    for (const line of foundLines(found, period.days)) teller.note(line);
    const asked = question(found, period.days);
    const isAgreed =
      asked !== undefined && !options.dryRun && (await confirmed(asked, options.yes));
    // Whoever thinks about the question must keep nobody waiting.
    const erased = isAgreed
      ? await holdingLock(client, importLock, teller, (signal) =>
          eraseSchoolless(client, found, period, teller, signal),
        )
      : undefined;
    tell(found, erased, period, options, asked !== undefined);
  });
}

function tell(
  found: readonly Looked[],
  erased: Erased | undefined,
  period: Period,
  { json, dryRun }: EraseOptions,
  hasWork: boolean,
): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(document(found, erased, period, dryRun), null, 2)}\n`);
  } else if (erased) process.stdout.write(erasedText(erased));
  else if (hasWork) process.stdout.write("Nothing was changed.\n");
  else process.stdout.write("Nothing to do: no account is to be erased.\n");
}

function document(
  found: readonly Looked[],
  erased: Erased | undefined,
  period: Period,
  isDryRun: boolean,
): object {
  const whom = ({ who, name }: Looked) => ({ who, name });
  const left = (is: "due" | "waiting") =>
    standing(found, is).map((one) => ({ ...whom(one), leftOn: one.standing.leftOn }));
  return {
    version: 1,
    isDryRun,
    isErased: erased !== undefined,
    ...period,
    due: left("due"),
    unmarked: standing(found, "unmarked").map(whom),
    waiting: left("waiting"),
    knownAgain: standing(found, "known").map(whom),
    spared: standing(found, "spared").map((one) => ({ ...whom(one), why: one.standing.why })),
    ...(erased ? { done: { ...erased, changed: erased.changed.map(whom) } } : {}),
  };
}

function dayCount(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (days >= fewestDays && days <= mostDays) return days;
  throw new InvalidArgumentError(`A whole number of days from ${fewestDays} to ${mostDays}.`);
}
