import { defineConfig } from "vitest/config";

/** Tests that need no browser. Those named `*.server.test.ts` start a real Keycloak. */
export default defineConfig({
  test: {
    // The portal speaks of dates and addresses in Belgium, wherever the tests run.
    env: { TZ: "Europe/Brussels" },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,scripts,test}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.server.test.ts"],
        },
      },
      {
        test: {
          name: "server",
          include: ["scripts/**/*.server.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // Each file has a Keycloak of its own; more than two at once only slow each other down.
          maxWorkers: 2,
        },
      },
    ],
  },
});
