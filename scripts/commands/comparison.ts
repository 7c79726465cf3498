import { type Command, Option } from "commander";
import { loadConfig } from "../config/load.ts";
import { counted } from "../counted.ts";
import { type Comparison, compareRealm } from "../keycloak/apply.ts";
import { connectionFrom } from "../keycloak/connection.ts";
import { versionWarning } from "../keycloak/server-version.ts";
import { secretHashes } from "../plan/notes-changes.ts";
import type { SavedPlan } from "../plan/saved-plan.ts";
import { desiredRealm } from "../realm/desired.ts";
import { readSettings } from "../settings.ts";
import type { Teller } from "../terminal.ts";

/** The options that `plan` and `apply` have in common. */
export interface ComparisonOptions {
  config: string;
  secrets: boolean;
  prune: boolean;
  adopt: boolean;
}

/** Adds them to a command. */
export function withComparisonOptions(command: Command): Command {
  return command
    .addOption(new Option("--config <folder>", "the configuration").default("realm-config"))
    .option("--prune", "remove what portail has made and is no longer declared", false)
    .option("--adopt", "take over clients of declared names that portail has not made", false)
    .option("--secrets", "write also the secrets that can't be compared", false);
}

/** Why a secret can be compared or not, for the help of both commands. */
export const secretsHelp = `Keycloak does not show the secrets it has. With PORTAIL_STATE_KEY in the environment or in .env (any
long random text, always the same), portail keeps a keyed hash of each in the realm and sees that one
has changed. Without it, a secret is written only with --secrets, or with another change beside it.`;

/**
 * Reads the configuration and the realm, and compares them.
 *
 * @throws {UserError} what is wrong with the settings, the configuration or the server
 */
export async function readComparison(
  configFolder: string,
  options: SavedPlan["options"],
  teller: Teller,
): Promise<Comparison> {
  const env = await readSettings(teller);
  const config = await loadConfig(configFolder, env);
  const connection = connectionFrom(env);
  const desired = desiredRealm(config);
  const schools = counted(config.schools.length, "school");
  teller.note(`${configFolder} (${schools}) → realm "${desired.name}" on ${connection.url}`);
  const stateKey = env.PORTAIL_STATE_KEY;
  const comparison = await compareRealm(
    desired,
    connection,
    stateKey ? { ...options, stateKey } : options,
  );
  const warning = versionWarning(comparison.serverVersion);
  if (warning) teller.warn(warning);
  return comparison;
}

/** What is saved of a comparison. */
export function savedPlanOf({ connection, desired, options, plan }: Comparison): SavedPlan {
  const { stateKey, ...rest } = options;
  const secrets = stateKey === undefined ? {} : secretHashes(desired, stateKey);
  return { server: connection.url, options: rest, plan, secrets };
}

/** How far a plan is to go, as it was asked for. */
export function planOptions({ secrets, prune, adopt }: ComparisonOptions): SavedPlan["options"] {
  return { writesSecrets: secrets, prunes: prune, adopts: adopt };
}
