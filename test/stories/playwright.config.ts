import { defineConfig } from "@playwright/test";
import { chromiumFlags, installedChromium } from "../../scripts/server/chromium.ts";

/** Every story of Storybook, in a real browser. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/stories",
  globalSetup: "./build-storybook.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 15_000,
  reporter: process.env.PORTAL_TEST_REPORT
    ? [["dot"], ["json", { outputFile: process.env.PORTAL_TEST_REPORT }]]
    : [["list"]],
  use: {
    browserName: "chromium",
    // The narrowest screen that WCAG 2.2 asks for (success criterion 1.4.10).
    viewport: { width: 320, height: 640 },
    launchOptions: {
      executablePath: (await installedChromium()) ?? undefined,
      args: chromiumFlags,
    },
    contextOptions: { reducedMotion: "reduce" },
  },
});
