import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { Command } from "commander";
import { loadConfig } from "../../config/load.ts";
import { connect, connectionFrom } from "../../keycloak/connection.ts";
import { accountName, askingServer } from "../../keycloak/server-error.ts";
import { addressFrom } from "../../people/address.ts";
import { type Link, readLinks, takeLinkAway } from "../../people/link.ts";
import { warnIfUnlogged } from "../../people/log-of-changes.ts";
import { findPerson, type Person, personText } from "../../people/person.ts";
import { linkText, unlinkedText } from "../../people/unlinked.ts";
import { type WayIn, wayInText, waysIn } from "../../people/ways-in.ts";
import { printable } from "../../printable.ts";
import { confirmed } from "../../prompts.ts";
import { microsoftAlias } from "../../realm/microsoft.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

interface UnlinkOptions {
  config: string;
  provider: string;
  yes: boolean;
  json: boolean;
}

/** `portail people unlink`: takes the link with a Microsoft account away from somebody's account. */
export function unlinkCommand(): Command {
  return new Command("unlink")
    .description("take the link with a Microsoft account away, and sign the person out everywhere")
    .argument("<address...>", "the one that the school knows")
    .option("--provider <alias>", "the other end of the link, as Keycloak calls it", microsoftAlias)
    .option("--yes", "do it without asking", false)
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
For somebody who lost their Microsoft account, or whose Microsoft account fell into strange hands: it
no longer opens their account here, and whoever is signed in, on whatever device, is signed out.
Everything else stays: the account, its schools, its password and its second factor. Tell the person
to set a new password by "Mot de passe oublié ?" on the sign-in page; the button Microsoft links the
same or another Microsoft account anew, by a mail to the address that the school knows.

Says whose account it is and how else it can be entered, then asks. Look at that: whoever was in the
account may have set up a password or a passkey of their own.

Keycloak notes it in its log of changes (Events, Admin events), with the account portail works as.

Exit code: 0 done, nothing to do, or you said no; 1 it failed, or there was nobody to ask.

Examples:
  $ portail people unlink claire.dubois@example.org          shows, then asks
  $ portail people unlink claire.dubois@example.org --yes --json`,
    )
    .action(unlink);
}

/** What is said of somebody before and after. */
interface Found {
  readonly person: Person;
  readonly link: Link | undefined;
  readonly ways: readonly WayIn[];
}

async function unlink(words: string[], options: UnlinkOptions): Promise<void> {
  const teller = terminalTeller();
  const address = addressFrom(words);
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const connection = connectionFrom(env);
  const client = await connect(connection, config.realm);
  await askingServer(connection, async () => {
    const found = await lookFor(client, address, options.provider);
    const { person, link, ways } = found;
    teller.note(personText(person, config.schools));
    if (!link) return tell(found, nothingToDo(found, options.provider), options.json);
    teller.note(`Linked with ${linkText(link)}`);
    teller.note(`Other ways in: ${ways.map(wayInText).join("; ") || "none"}`);
    await warnIfUnlogged(client, teller);
    const question = `Take the link with ${linkText(link)} away, and sign ${person.address} out everywhere?`;
    if (!(await confirmed(question, options.yes))) {
      return tell(found, { isUnlinked: false, text: "Nothing was changed.\n" }, options.json);
    }
    await takeLinkAway(client, person, link.provider);
    const text = unlinkedText(person, link, ways, accountName(connection));
    tell(found, { isUnlinked: true, text }, options.json);
  });
}

async function lookFor(
  client: KeycloakAdminClient,
  address: string,
  provider: string,
): Promise<Found> {
  const person = await findPerson(client, address);
  const [links, credentials] = await Promise.all([
    readLinks(client, person),
    client.users.getCredentials({ id: person.id }),
  ]);
  return {
    person,
    link: links.find((one) => one.provider === provider),
    ways: waysIn(credentials),
  };
}

/** How it ended. */
interface Ending {
  readonly isUnlinked: boolean;
  /** For people. */
  readonly text: string;
}

function nothingToDo({ person }: Found, provider: string): Ending {
  const whose = provider === microsoftAlias ? "a Microsoft account" : `an account of ${provider}`;
  return {
    isUnlinked: false,
    text: `Nothing to do: ${person.address} is not linked with ${whose}.\n`,
  };
}

function tell({ person, link, ways }: Found, { isUnlinked, text }: Ending, asJson: boolean): void {
  const { id: _, ...whose } = person;
  const document = { version: 1, isUnlinked, person: whose, link: link ?? null, waysIn: ways };
  // Microsoft's names, and labels that people gave, are anybody's words.
  process.stdout.write(asJson ? `${JSON.stringify(document, null, 2)}\n` : printable(text));
}
