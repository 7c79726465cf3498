import { Command, Option } from "commander";
import type { z } from "zod";
import { schoolSchema } from "../../config/schema.ts";
import { UserError } from "../../errors.ts";
import { answered, canAsk, chosen } from "../../prompts.ts";
import {
  requireSchoolId,
  type SchoolSettings,
  writeSchoolFile,
} from "../../schools/school-file.ts";
import { readSettings } from "../../settings.ts";
import { terminalTeller } from "../../terminal.ts";

type ApplicationType = SchoolSettings["application"]["type"];

interface AddOptions {
  config: string;
  name?: string;
  url?: string;
  type?: ApplicationType;
  redirect?: string[];
  afterSignOut?: string[];
  backchannelLogout?: string;
}

/** `portail schools add`: writes the file of a new school. */
export function addCommand(): Command {
  return new Command("add")
    .description("write the file of a new school; portail apply then makes it")
    .argument("<id>", "names its file, client and group for good, e.g. saint-exupery")
    .option("--name <name>", "as parents know it")
    .option("--url <address>", "the start page of its application")
    .addOption(
      new Option(
        "--type <type>",
        "whether its application can keep a secret (confidential)",
      ).choices(["public", "confidential"]),
    )
    .option("--redirect <addresses...>", "where sign-in comes back to (<url>/callback)")
    .option("--after-sign-out <addresses...>", "where signing out may lead (<url>)")
    .option("--backchannel-logout <address>", "told when somebody signs out elsewhere")
    .option("--config <folder>", "the configuration", "realm-config")
    .addHelpText(
      "after",
      `
On a terminal, what is missing is asked for. A school that is there is never overwritten. Each
address may hold a variable such as \${NAME}.

Examples:
  $ portail schools add athenee
  $ portail schools add athenee --name "Athénée royal" --url https://athenee.example.org`,
    )
    .action(add);
}

async function add(id: string, options: AddOptions): Promise<void> {
  requireSchoolId(id);
  const env = await readSettings(terminalTeller());
  const settings = await schoolSettings(options);
  const file = await writeSchoolFile(options.config, id, settings, env);
  process.stdout.write(`${file} was written.\n`);
  process.stderr.write(`
Next: check the addresses in it with the school's developer, then
  $ portail apply
  $ portail schools show ${id}   # what the developer needs
`);
}

/** What the options say, and what is asked for in their place. */
async function schoolSettings(options: AddOptions): Promise<SchoolSettings> {
  const { name: nameAllowed, application } = schoolSchema.shape;
  const { home: addressAllowed } = application.shape;
  check("--name", options.name, nameAllowed);
  check("--url", options.url, addressAllowed);
  for (const address of options.redirect ?? []) check("--redirect", address, addressAllowed);
  for (const address of options.afterSignOut ?? []) {
    check("--after-sign-out", address, addressAllowed);
  }
  check("--backchannel-logout", options.backchannelLogout, addressAllowed);

  const missing = (["name", "url"] as const).filter((option) => options[option] === undefined);
  const isAsking = missing.length > 0 && canAsk();
  if (missing.length > 0 && !isAsking) throw optionsMissing(missing.map((name) => `--${name}`));
  const ask = (question: string, allowed: z.ZodType, suggested?: string) =>
    answered(question, (text) => mistake(text, allowed), suggested);

  const name = options.name ?? (await ask("The school's name, as parents know it:", nameAllowed));
  const url = options.url ?? (await ask("The start page of its application:", addressAllowed));
  const home = withPath(url);
  const callback = `${home.replace(/\/+$/, "")}/callback`;
  const type =
    options.type ??
    (isAsking
      ? await chosen<ApplicationType>("Its application:", {
          confidential: "runs on a server and can keep a secret",
          public: "runs in the browser or on a phone",
        })
      : "confidential");
  const redirects = options.redirect ?? [
    isAsking ? await ask("Where sign-in comes back to:", addressAllowed, callback) : callback,
  ];
  return {
    name,
    application: {
      type,
      home,
      redirects,
      afterSignOut: options.afterSignOut ?? [home],
      backchannelLogout: options.backchannelLogout,
    },
  };
}

/** Browsers send the address of a host with a slash. */
function withPath(url: string): string {
  return /^https?:\/\/[^/]+$/.test(url) ? `${url}/` : url;
}

/** What would be allowed; `undefined` when the text is right or known only with its variables. */
function mistake(text: string, allowed: z.ZodType): string | undefined {
  if (text.includes("${")) return undefined;
  return allowed.safeParse(text).error?.issues[0]?.message;
}

function check(option: string, text: string | undefined, allowed: z.ZodType): void {
  const expected = text === undefined ? undefined : mistake(text, allowed);
  if (expected === undefined) return;
  throw new UserError(
    "OPTION_INVALID",
    `${option} is "${text}", allowed: ${expected}`,
    "Correct it.",
  );
}

function optionsMissing(options: readonly string[]): UserError {
  const names = options.join(" and ");
  return new UserError(
    "OPTION_MISSING",
    `${names} ${options.length > 1 ? "are" : "is"} missing, and there is no terminal to ask on`,
    `Run the command again with ${names}.`,
  );
}
