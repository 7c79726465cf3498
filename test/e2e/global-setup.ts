import { join } from "node:path";
import { startMailCatcher } from "../../scripts/demo/mail.ts";
import { startKeycloak } from "../../scripts/server/keycloak.ts";
import { portalProviders } from "../../scripts/server/providers.ts";
import { terminalTeller } from "../../scripts/terminal.ts";
import { type Servers, serversVariable } from "../support/servers.ts";

/** Starts what all stories share: one Keycloak with our theme and extension, and one mail catcher. */
export default async function startServers(): Promise<() => Promise<void>> {
  // A second network of schools, to show that a brand is nothing but a folder.
  process.env.PORTAL_MORE_BRANDS = join(import.meta.dirname, "../fixtures/brands");
  const teller = terminalTeller();
  const [providers, mail] = await Promise.all([portalProviders(teller), startMailCatcher()]);
  const keycloak = await startKeycloak({ providers, teller });
  const servers: Servers = {
    keycloak: { url: keycloak.url, admin: keycloak.admin },
    mail: { api: mail.api, smtp: mail.smtp },
  };
  process.env[serversVariable] = JSON.stringify(servers);
  return async () => {
    await keycloak.stop();
    await mail.stop();
  };
}
