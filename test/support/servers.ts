import type { RunningMicrosoft } from "../../scripts/demo/microsoft/microsoft.ts";

/** What all stories share, as the set-up hands it to the processes that run them. */
export interface Servers {
  keycloak: { url: string; admin: { user: string; password: string } };
  mail: { api: string; smtp: { host: string; port: number } };
  /** The stand-in: `control` is for `microsoftControl`, the arguments lead a Chromium to it. */
  microsoft: Pick<RunningMicrosoft, "control" | "browserArguments" | "client">;
}

/** Environment variable that carries `Servers` as JSON. */
export const serversVariable = "PORTAL_TEST_SERVERS";

/** The servers of this run. */
export function sharedServers(): Servers {
  const value = process.env[serversVariable];
  if (value === undefined) throw new Error("Run the stories with npm run test:e2e");
  return JSON.parse(value) as Servers;
}
