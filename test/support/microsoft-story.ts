import { randomUUID } from "node:crypto";
import { microsoftControl } from "../../scripts/demo/microsoft/control.ts";
import type { MicrosoftPerson, NewPerson } from "../../scripts/demo/microsoft/people.ts";
import { openPortal, type Portal, withMicrosoft } from "./portal.ts";
import { sharedServers } from "./servers.ts";
import { test as story } from "./story.ts";

export { expect } from "@playwright/test";

/** A story in which somebody signs in with Microsoft: its browser takes the stand-in for Microsoft. */
export const test = story.extend<object, { microsoftPortal: Portal }>({
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
      await using portal = await openPortal(withMicrosoft);
      await use(portal);
    },
    { scope: "worker" },
  ],
});

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
