import { UserError } from "../scripts/errors.ts";
import { describeFailure } from "../scripts/failure.ts";
import { containerEngine } from "../scripts/server/container-engine.ts";
import { runSuites, type Suite } from "./suites.ts";

/*
 * The portal on Keycloak's image instead of its distribution, and the set of `docker-compose.yml`:
 * `npm run test:containers`. Without a container engine it fails; with `--if-there`, it says that it
 * was skipped.
 */

const inContainer = { KEYCLOAK_PROVIDER: "container" };

const suites: Suite[] = [
  {
    name: "server",
    command: ["vitest", "run", "--project", "containers"],
    report: "vitest",
    env: inContainer,
  },
  {
    name: "story",
    command: ["playwright", "test", "-c", "test/e2e", "first-sign-in"],
    report: "playwright",
    env: inContainer,
  },
];

try {
  await containerEngine();
  await runSuites(suites);
} catch (error) {
  const isMissing = error instanceof UserError && error.code === "ENGINE_MISSING";
  if (isMissing && process.argv.includes("--if-there")) {
    process.stdout.write("skipped: no Docker engine\n");
  } else {
    process.stderr.write(describeFailure(error, false));
    process.exitCode = 1;
  }
}
