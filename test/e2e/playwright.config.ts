import { defineConfig } from "@playwright/test";
import { chromiumFlags, installedChromium } from "../../scripts/server/chromium.ts";

/** Stories of parents, told in a real browser against a real Keycloak. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/e2e",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PORTAL_TEST_REPORT
    ? [["dot"], ["json", { outputFile: process.env.PORTAL_TEST_REPORT }]]
    : [["list"]],
  use: {
    browserName: "chromium",
    // Headless Chromium asks for English unless it is told otherwise; parents' browsers do not.
    locale: "fr-BE",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: (await installedChromium()) ?? undefined,
      args: chromiumFlags,
    },
    contextOptions: { reducedMotion: "reduce" },
  },
});
