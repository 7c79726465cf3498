import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { Command, InvalidArgumentError } from "commander";
import { loadConfig } from "../config/load.ts";
import type { PortalConfig, School } from "../config/schema.ts";
import { counted } from "../counted.ts";
import { UserError } from "../errors.ts";
import { type Invited, type InviteOptions, invite } from "../invitations/invite.ts";
import {
  hasLeftovers,
  people,
  type Report,
  reportJson,
  reportText,
} from "../invitations/print-invited.ts";
import { inRandomOrder } from "../invitations/random-order.ts";
import { readInvitees } from "../invitations/read-invitees.ts";
import { settledSince } from "../invitations/settled-since.ts";
import { type Invitee, standingOf } from "../invitations/standing.ts";
import { connect, connectionFrom } from "../keycloak/connection.ts";
import { holdingLock, inviteLock } from "../keycloak/lock.ts";
import { askingServer } from "../keycloak/server-error.ts";
import { confirmed } from "../prompts.ts";
import { findSchool } from "../schools/find-school.ts";
import { readSettings } from "../settings.ts";
import { type Teller, terminalTeller } from "../terminal.ts";

interface Options {
  config: string;
  school: string;
  limit?: number;
  perMinute: number;
  againAfter: number;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
}

/** `portail invite`: mails a school's people who have not come in yet a link to their first password. */
export function inviteCommand(): Command {
  return new Command("invite")
    .description("mail the people of a school who have not come in yet: Créer mon mot de passe")
    .requiredOption("--school <id>", "whose people")
    .option("--limit <n>", "at most so many mails this time", atLeast(1))
    .option("--per-minute <n>", "so many mails a minute, evenly", atLeast(1), 30)
    .option("--again-after <days>", "not to whom was invited fewer days ago", atLeast(1), 30)
    .option("--dry-run", "only say what would happen", false)
    .option("--yes", "do it without asking", false)
    .option("--json", "one JSON document on standard output", false)
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
The mail names the school, says in the person's language what the portal is, and has one button, "Créer
mon mot de passe". Its link works for signIn.invitation in portal.yaml, sets the first password once, and
leads on to the school. It proves the address and signs nobody in. Once it has expired, or where somebody
has set up a second factor by then, "Mot de passe oublié ?" on the sign-in page does the same.

Invited are those whom the school knows, who have an address, whose account is enabled, and who have
neither a password of their own nor a passkey nor a linked account such as Microsoft's. Each account
keeps when it was last invited, by whichever school: nobody is mailed twice within --again-after, also
when the command is stopped (Ctrl-C: mails that are on their way still leave), killed or run twice at
once. Run it again and it goes on where it stopped; --limit sends a portion, e.g. one class a day.

Mails leave through Keycloak and its mail server. Ask the mail server's operator how many a minute it
takes. What it refuses is listed and tried again by the next run; when it takes nothing any more, the
command stops. Somebody is "uncertain" whose mail was on its way when a run was killed: they are not
mailed again before --again-after, and can use "Mot de passe oublié ?".

Exit code: 0 done, nothing to do, or you said no; 2 somebody's mail was refused or is uncertain; 1 it
failed, or there was nobody to ask; 130 stopped by Ctrl-C.

Examples:
  $ portail invite --school athenee --dry-run
  $ portail invite --school athenee --limit 20              a first portion; shows the number, asks
  $ portail invite --school athenee --per-minute 100 --yes
  $ portail invite --school athenee --again-after 60        reminds who has not come in for two months`,
    )
    .action(inviteSchool);
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,6}$/.test(text) && number >= least) return number;
    throw new InvalidArgumentError(`It is a whole number from ${least}.`);
  };
}

async function inviteSchool(options: Options): Promise<void> {
  const teller = terminalTeller();
  const env = await readSettings(teller);
  const config = await loadConfig(options.config, env);
  const school = findSchool(config.schools, options.school);
  const connection = connectionFrom(env);
  const client = await connect(connection, config.realm);
  await askingServer(connection, async () => {
    const now = new Date();
    const before = (await readInvitees(client, school.id, teller)).map((person) => ({
      person,
      standing: standingOf(person, now, options.againAfter),
    }));
    const due = before.filter(({ standing }) => standing.kind === "due");
    const portion = inRandomOrder(due.map(({ person }) => person)).slice(0, options.limit);
    const report = { school, isDryRun: options.dryRun, before, portion: portion.length };
    const isToBeSent =
      !options.dryRun &&
      portion.length > 0 &&
      (await confirmed(question(school, portion.length, options), options.yes));
    if (!isToBeSent) return tell(report, options.json);
    const invited = await untilStopped(
      (stop) => send(client, portion, inviteOptions(config, school, options, stop), teller),
      () => teller.note("Stopping once the mails on their way have left; Ctrl-C breaks them off"),
    );
    const settled = await settledSince(client, before, options.againAfter);
    tell({ ...report, before: settled, invited }, options.json);
    throwIfStopped(invited, config);
  });
}

/** Nobody else may invite at the same time. */
function send(
  client: KeycloakAdminClient,
  portion: readonly Invitee[],
  options: InviteOptions,
  teller: Teller,
): Promise<Invited> {
  return holdingLock(client, inviteLock, teller, async (lost) => {
    const signal = AbortSignal.any([options.signal, lost]);
    const invited = await invite(client, portion, { ...options, signal }, teller);
    return lost.aborted ? { ...invited, stopped: { error: lost.reason } } : invited;
  });
}

function inviteOptions(
  { signIn }: PortalConfig,
  { id, name }: School,
  { perMinute, againAfter }: Options,
  signal: AbortSignal,
): InviteOptions {
  const lifespanSeconds = signIn.invitation.seconds;
  return { school: { id, name }, lifespanSeconds, perMinute, againAfterDays: againAfter, signal };
}

function question({ name }: School, count: number, { perMinute }: Options): string {
  const minutes = Math.ceil(count / perMinute);
  return `Mail ${people(count)} of "${name}" now, ${perMinute} a minute (${counted(minutes, "minute")})?`;
}

/** Does something that the first Ctrl-C stops gently, and the second at once. */
async function untilStopped<T>(
  work: (stop: AbortSignal) => Promise<T>,
  onStop: () => void,
): Promise<T> {
  const stop = new AbortController();
  const onInterrupt = () => {
    stop.abort();
    onStop();
  };
  process.once("SIGINT", onInterrupt);
  try {
    return await work(stop.signal);
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}

function tell(report: Report, asJson: boolean): void {
  process.stdout.write(asJson ? reportJson(report) : reportText(report));
  if (hasLeftovers(report)) process.exitCode = 2;
}

/** @throws {UserError} `INVITE_MAIL_SERVER`, or what failed */
function throwIfStopped({ stopped }: Invited, { mail }: PortalConfig): void {
  if (stopped === undefined) return;
  if (stopped === "asked") {
    process.exitCode = 130;
    return;
  }
  if (stopped !== "mail server") throw stopped.error;
  throw new UserError(
    "INVITE_MAIL_SERVER",
    `stopped early: Keycloak could hand none of the last mails to ${mail.host}:${mail.port}`,
    "Keycloak's log has the reason; portail doctor --send-test-mail shows whether the mail server takes any mail. Then run the command again.",
  );
}
