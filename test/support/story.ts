import { test as base } from "@playwright/test";
import { openLegacyPortal, openPortal, type Portal, withMicrosoft } from "./portal.ts";

export { expect } from "@playwright/test";

/**
 * A story of a parent. The stories that one worker tells share a portal; each has people of its own,
 * so that none sees what another did.
 */
export const test = base.extend<object, { portal: Portal; legacyPortal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from here
    async ({}, use) => {
      await using portal = await openPortal();
      await use(portal);
    },
    { scope: "worker" },
  ],
  // With every way in: the school demo still has the old method, the other has it no longer, and
  // there is Microsoft.
  legacyPortal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from here
    async ({}, use) => {
      await using portal = await openLegacyPortal(withMicrosoft);
      await use(portal);
    },
    { scope: "worker" },
  ],
});
