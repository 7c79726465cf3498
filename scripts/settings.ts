import { readEnvironment } from "./config/environment.ts";
import type { Environment } from "./config/yaml-file.ts";
import { runningDemo } from "./demo/running-demo.ts";
import type { Teller } from "./terminal.ts";

/** Where settings are looked for; each has the place a command means. */
export interface SettingsPlaces {
  /** The folder of `.env`; the current one. */
  dir?: string;
  /** `process.env`. */
  environment?: Environment;
  /** The demo's folder; this project's. */
  demoFolder?: string;
}

/** Each of them says that a server is meant. */
const serverVariables = [
  "KEYCLOAK_URL",
  "KEYCLOAK_ADMIN_USER",
  "KEYCLOAK_ADMIN_PASSWORD",
  "PORTAIL_CLIENT_ID",
  "PORTAIL_CLIENT_KEY",
  "PORTAIL_CLIENT_SECRET",
];

/**
 * The variables a command works with: those of the environment and of `.env`. Where they name no
 * server and the demo runs, the command works on the demo, and this is told.
 *
 * The two are never mixed: another server's settings must not reach the demo, whose mails stay on
 * this machine, nor the demo's another server.
 *
 * @throws {UserError} `ENV_UNREADABLE`, `ENV_LINE`
 */
export async function readSettings(
  teller: Pick<Teller, "note">,
  { dir = process.cwd(), environment = process.env, demoFolder }: SettingsPlaces = {},
): Promise<Environment> {
  const settings = await readEnvironment(dir, environment);
  if (serverVariables.some((name) => settings[name])) return settings;
  const demo = await runningDemo(demoFolder);
  if (demo === null) return settings;
  teller.note(`No server is named: working on the demo that runs at ${demo.KEYCLOAK_URL}`);
  return { ...settings, ...demo };
}
