import { randomUUID } from "node:crypto";
import type { PortalConfig } from "../../scripts/config/schema.ts";
import { microsoftControl } from "../../scripts/demo/microsoft/control.ts";
import type { MicrosoftPerson, NewPerson } from "../../scripts/demo/microsoft/people.ts";
import { openLegacyPortal, openPortal, type Portal } from "./portal.ts";
import { sharedServers } from "./servers.ts";
import { test as story } from "./story.ts";

export { expect } from "@playwright/test";

/** A story in which somebody signs in with Microsoft: its browser takes the stand-in for Microsoft. */
export const test = story.extend<
  object,
  { microsoftPortal: Portal; legacyMicrosoftPortal: Portal }
>({
  ignoreHTTPSErrors: true,
  launchOptions: [
    async ({ launchOptions }, use) => {
      const { browserArguments } = sharedServers().microsoft;
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...browserArguments] });
    },
    { scope: "worker" },
  ],
  microsoftPortal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from here
    async ({}, use) => {
      await using portal = await openMicrosoftPortal();
      await use(portal);
    },
    { scope: "worker" },
  ],
  // As it is shipped: the school demo still has the old method, the other has it no longer.
  legacyMicrosoftPortal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from here
    async ({}, use) => {
      await using portal = await openLegacyPortal(withMicrosoft());
      await use(portal);
    },
    { scope: "worker" },
  ],
});

/**
 * Makes a portal after the old method, with the Microsoft button.
 *
 * @param tenant whose accounts are let in at Microsoft
 */
export function openMicrosoftPortal(tenant = "common"): Promise<Portal> {
  return openPortal(withMicrosoft(tenant));
}

function withMicrosoft(tenant = "common"): (config: PortalConfig) => PortalConfig {
  const { client } = sharedServers().microsoft;
  return (config) => ({ ...config, microsoft: { tenant, ...client } });
}

/** Makes a personal Microsoft account whose mailbox has the given address; nobody else signs in so. */
export function addMicrosoftAccount(
  mail: string | null,
  person: Partial<NewPerson> = {},
): Promise<MicrosoftPerson> {
  const name = `${randomUUID().slice(0, 8)}@outlook.example`;
  return microsoftControl(sharedServers().microsoft.control).addPerson({
    kind: "personal",
    password: "mot-de-passe-microsoft",
    userPrincipalName: name,
    displayName: "Claire Dubois",
    givenName: "Claire",
    surname: "Dubois",
    ...person,
    mail,
  });
}
