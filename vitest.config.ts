import { defineConfig } from "vitest/config";

/**
 * Tests that need no browser. Those named `*.server.test.ts` start a real Keycloak,
 * `*.container.test.ts` need a container engine; `*.fuzz.test.ts`, `*.drift.test.ts` and `*.kill.test.ts`
 * take minutes.
 */
export default defineConfig({
  test: {
    // The portal speaks of dates and addresses in Belgium, wherever the tests run.
    env: { TZ: "Europe/Brussels" },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,scripts,test}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{server,container,fuzz,drift,kill}.test.ts"],
        },
      },
      {
        test: {
          name: "fuzz",
          include: ["{scripts,test}/**/*.fuzz.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "server",
          include: ["{scripts,test}/**/*.server.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // Each file has a Keycloak of its own; more than two at once only slow each other down.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "containers",
          include: [
            "{scripts,test}/**/*.container.test.ts",
            // What a server does, and what is done to it, must not depend on what it was started from.
            "scripts/demo/microsoft/keycloak.server.test.ts",
            "scripts/keycloak/apply.server.test.ts",
            "scripts/main.server.test.ts",
          ],
          env: { KEYCLOAK_PROVIDER: "container" },
          // Longer than Keycloak may take to start: its image does its build step each time.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "drift",
          include: ["test/**/*.drift.test.ts"],
          hookTimeout: 240_000,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "kill",
          include: ["test/**/*.kill.test.ts"],
          hookTimeout: 240_000,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
