import { join } from "node:path";
import { startMailCatcher } from "../../scripts/demo/mail.ts";
import { startMicrosoft } from "../../scripts/demo/microsoft/microsoft.ts";
import { startKeycloak } from "../../scripts/server/keycloak.ts";
import { portalProviders } from "../../scripts/server/providers.ts";
import { terminalTeller } from "../../scripts/terminal.ts";
import { type Servers, serversVariable } from "../support/servers.ts";

/**
 * Starts what all stories share: one Keycloak with our theme and extension, one mail catcher, and a
 * stand-in for Microsoft that this Keycloak takes for the real one.
 */
export default async function startServers(): Promise<() => Promise<void>> {
  // A second network of schools, to show that a brand is nothing but a folder.
  process.env.PORTAL_MORE_BRANDS = join(import.meta.dirname, "../fixtures/brands");
  const teller = terminalTeller();
  const [providers, mail, microsoft] = await Promise.all([
    portalProviders(teller),
    startMailCatcher(),
    startMicrosoft(),
  ]);
  const keycloak = await startKeycloak({
    providers,
    extraArguments: microsoft.keycloakArguments,
    trustedCertificates: microsoft.trustedCertificates,
    teller,
  });
  const servers: Servers = {
    keycloak: { url: keycloak.url, admin: keycloak.admin },
    mail: { api: mail.api, smtp: mail.smtp },
    microsoft: {
      control: microsoft.control,
      browserArguments: microsoft.browserArguments,
      client: microsoft.client,
    },
  };
  process.env[serversVariable] = JSON.stringify(servers);
  return async () => {
    await keycloak.stop();
    await microsoft.stop();
    await mail.stop();
  };
}
