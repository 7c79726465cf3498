import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { Command } from "commander";
import { loadConfig } from "../../config/load.ts";
import { languages, type PortalConfig } from "../../config/schema.ts";
import { UserError } from "../../errors.ts";
import { connect, connectionFrom } from "../../keycloak/connection.ts";
import { accountName, askingServer } from "../../keycloak/server-error.ts";
import { tellOfReset } from "../../mail/second-factor-reset.ts";
import { addressFrom } from "../../people/address.ts";
import { warnIfUnlogged } from "../../people/log-of-changes.ts";
import { findPerson, type Person, personText } from "../../people/person.ts";
import { resetQuestion, resetText, waysText } from "../../people/reset-text.ts";
import { isLost, takeSecondFactorAway } from "../../people/second-factor.ts";
import { type WayIn, waysIn } from "../../people/ways-in.ts";
import { printable } from "../../printable.ts";
import { confirmed } from "../../prompts.ts";
import { readSettings } from "../../settings.ts";
import { type Teller, terminalTeller } from "../../terminal.ts";

interface ResetOptions {
  config: string;
  yes: boolean;
  json: boolean;
}

/** `portail people reset-2fa`: takes a person's second factor away, for a phone that is lost. */
export function resetSecondFactorCommand(): Command {
  return new Command("reset-2fa")
    .description("take somebody's second factor and passkeys away: the phone is lost")
    .argument("<address...>", "the one that the school knows")
    .option("--yes", "do it without asking", false)
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
For somebody who has neither their phone nor a recovery code any more. Authenticator apps, recovery
codes and passkeys go, and whoever is signed in, on whatever device, is signed out. The password, the
link with a Microsoft account and the schools stay.

Nobody gets in with those alone: at the next sign-in, whichever way, a mail to the address asks to
confirm it first. So whoever calls in somebody else's name gains nothing without their mailbox. Make
sure who calls all the same: with mailbox and password, nothing is left that would stop them.

Shows whose account it is and what goes, then asks. A mail tells the person, sent from this machine
with the settings of realm-config. Keycloak notes it in its log of changes (Events, Admin events), with
the account portail works as. What was interrupted can simply be run again.

Exit code: 0 done, nothing to do, or you said no; 1 it failed, or there was nobody to ask.

Examples:
  $ portail people reset-2fa claire.dubois@example.org          shows, then asks
  $ portail people reset-2fa claire.dubois@example.org --yes --json`,
    )
    .action(resetSecondFactor);
}

/** What is said of somebody before and after. */
interface Found {
  readonly person: Person;
  readonly going: readonly WayIn[];
  readonly staying: readonly WayIn[];
}

async function resetSecondFactor(words: string[], options: ResetOptions): Promise<void> {
  const teller = terminalTeller();
  const address = addressFrom(words);
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const connection = connectionFrom(env);
  const client = await connect(connection, config.realm);
  await askingServer(connection, async () => {
    const found = await lookFor(client, address);
    const { person, going, staying } = found;
    teller.note(personText(person, config.schools));
    if (going.length === 0) return tell(found, nothingToDo(found), options.json);
    teller.note(`Goes: ${waysText(going)}`);
    teller.note(`Stays: ${waysText(staying) || "no other way in of their own"}`);
    await warnIfUnlogged(client, teller);
    if (!(await confirmed(resetQuestion(person, going), options.yes))) {
      return tell(found, { isReset: false, text: "Nothing was changed.\n" }, options.json);
    }
    const untold = await takeSecondFactorAway(client, person, () =>
      tellPerson(config, client, person, teller),
    );
    const text = resetText(person, going, untold, accountName(connection));
    tell(found, { isReset: true, isTold: untold === undefined, text }, options.json);
  });
}

async function lookFor(client: KeycloakAdminClient, address: string): Promise<Found> {
  const person = await findPerson(client, address);
  const credentials = await client.users.getCredentials({ id: person.id });
  return {
    person,
    going: waysIn(credentials.filter(isLost)),
    staying: waysIn(credentials.filter((credential) => !isLost(credential))),
  };
}

/**
 * A mail that does not leave keeps nobody out of their account.
 *
 * @returns why no mail could be sent, where none could
 */
async function tellPerson(
  config: PortalConfig,
  client: KeycloakAdminClient,
  { id, address }: Person,
  teller: Teller,
): Promise<string | undefined> {
  const user = await client.users.findOne({ id });
  const [locale] = (user?.attributes?.locale ?? []) as string[];
  const language = languages.find((one) => one === locale);
  try {
    await tellOfReset(config, { address, language, firstName: user?.firstName ?? "" });
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    teller.warn(`${address} could not be told by mail: ${error.message}. ${error.remedy}`);
    return error.message;
  }
}

/** How it ended. */
interface Ending {
  readonly isReset: boolean;
  /** Whether a mail has told the person; absent where nothing was done. */
  readonly isTold?: boolean;
  /** For people. */
  readonly text: string;
}

function nothingToDo({ person }: Found): Ending {
  const text = `Nothing to do: ${person.address} has neither a second factor nor a passkey.\n`;
  return { isReset: false, text };
}

function tell({ person, going, staying }: Found, { text, ...done }: Ending, asJson: boolean): void {
  const { id: _, ...whose } = person;
  const document = { version: 1, ...done, person: whose, secondFactor: going, waysIn: staying };
  // Names and labels that people gave are anybody's words.
  process.stdout.write(asJson ? `${JSON.stringify(document, null, 2)}\n` : printable(text));
}
