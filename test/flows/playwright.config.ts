import { defineConfig } from "@playwright/test";
import stories from "../e2e/playwright.config.ts";

/** What people meet while `portail apply` changes the flows they are in the middle of. */
export default defineConfig({
  ...stories,
  testDir: ".",
  outputDir: "../../test-results/flows",
  globalSetup: "../e2e/global-setup.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 900_000,
});
