import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { Command } from "commander";
import { loadConfig } from "../../config/load.ts";
import type { PortalConfig } from "../../config/schema.ts";
import { UserError } from "../../errors.ts";
import { connect, connectionFrom } from "../../keycloak/connection.ts";
import { askingServer } from "../../keycloak/server-error.ts";
import { accountState, readGuessing } from "../../people/account-state.ts";
import { addressFrom } from "../../people/address.ts";
import { type ImportFindings, readFindings } from "../../people/import-findings.ts";
import { type Attributes, knownSchools } from "../../people/known-schools.ts";
import { readLinks } from "../../people/link.ts";
import { findPerson, type Person } from "../../people/person.ts";
import { importLines, type Shown, shownText } from "../../people/shown.ts";
import { readSessions, readSignInRecord } from "../../people/sign-ins.ts";
import { isSecondFactor, waysIn } from "../../people/ways-in.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

interface ShowOptions {
  config: string;
  reports: string;
  json: boolean;
}

/** `portail people show`: what support needs to know of somebody. */
export function showCommand(): Command {
  return new Command("show")
    .description("what support needs to know of somebody: schools, ways in, last sign-in, findings")
    .argument("<address...>", "the one that the school knows")
    .option("--reports <folder>", "where portail import leaves its reports", "import-reports")
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
Changes nothing, and shows no secret. The findings are those of the last import of each school, under
the address and under the old user names and numbers that the person has there. They are shown of an
address without an account as well: perhaps its row was held or rejected.

The last sign-in is that which Keycloak still has on record; how long it keeps them is events.signIns
in realm-config/portal.yaml. Times are Belgium's.

Exit code: 0 shown; 1 it failed, or nobody has an account with the address.

Examples:
  $ portail people show claire.dubois@example.org
  $ portail people show claire.dubois@example.org --json`,
    )
    .action(show);
}

async function show(words: string[], options: ShowOptions): Promise<void> {
  const teller = terminalTeller();
  const address = addressFrom(words);
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const connection = connectionFrom(env);
  const client = await connect(connection, config.realm);
  await askingServer(connection, async () => {
    const person = await findPerson(client, address).catch(async (error: unknown) => {
      if (!(error instanceof UserError) || error.code !== "PERSON_UNKNOWN") throw error;
      const imports = await findingsOf(options.reports, { address, schools: [] }, config);
      if (options.json) tellJson({ person: null, ...importsDocument(imports) });
      else for (const line of importLines(imports, [], naming(config))) teller.note(line);
      throw error;
    });
    const shown = await look(client, person, config, options.reports);
    if (options.json) tellJson(document(shown));
    else process.stdout.write(shownText(shown, naming(config)));
  });
}

async function look(
  client: KeycloakAdminClient,
  { id, address, name, schools: memberships }: Person,
  config: PortalConfig,
  reports: string,
): Promise<Shown> {
  const [user, credentials, links, guessing, signIns, sessions] = await Promise.all([
    client.users.findOne({ id }),
    client.users.getCredentials({ id }),
    readLinks(client, { id }),
    readGuessing(client, id),
    readSignInRecord(client, id),
    readSessions(client, id),
  ]);
  const attributes = (user?.attributes ?? {}) as Attributes;
  const schools = knownSchools(memberships, attributes, config.schools);
  return {
    address,
    name,
    account: accountState(user ?? {}, guessing),
    schools,
    ways: waysIn(credentials),
    links,
    signIns,
    sessions,
    imports: await findingsOf(reports, { address, schools }, config),
  };
}

function findingsOf(
  folder: string,
  wanted: Parameters<typeof readFindings>[1],
  { schools }: PortalConfig,
): Promise<ImportFindings> {
  const ids = schools.map(({ id }) => id);
  return readFindings(folder, wanted, ids);
}

function naming({ schools }: PortalConfig): (id: string) => string {
  return (id) => schools.find((school) => school.id === id)?.name ?? id;
}

function document({ address, name, ways, imports, ...shown }: Shown): object {
  return {
    person: { address, name },
    account: shown.account,
    schools: shown.schools,
    waysIn: ways.filter((way) => !isSecondFactor(way)),
    links: shown.links,
    secondFactor: ways.filter(isSecondFactor),
    signIns: shown.signIns,
    sessions: shown.sessions,
    ...importsDocument(imports),
  };
}

function importsDocument({ lastImports, ...imports }: ImportFindings): object {
  return { imports: { last: Object.fromEntries(lastImports), ...imports } };
}

function tellJson(content: object): void {
  process.stdout.write(`${JSON.stringify({ version: 1, ...content }, null, 2)}\n`);
}
