import { keycloakVersion } from "../scripts/server/version.ts";
import { runSuites, type Suite } from "./suites.ts";

/* Everything that belongs to one change: `npm test`; `npm test -- e2e` for one suite alone. */

interface ChangeSuite extends Suite {
  /** Takes minutes: runs only when it is asked for by name. */
  isLong?: boolean;
}

const suites: ChangeSuite[] = [
  { name: "types", command: ["tsc", "--project", "."] },
  { name: "lint", command: ["biome", "ci", "--error-on-warnings"] },
  { name: "unit", command: ["vitest", "run", "--project", "unit"], report: "vitest" },
  {
    name: "extension",
    command: [
      "mvn",
      "--batch-mode",
      "--file=extension/pom.xml",
      `-Dkeycloak.version=${keycloakVersion}`,
      "-Dmaven.compiler.failOnWarning=true",
      "test",
    ],
    report: "surefire",
  },
  { name: "server", command: ["vitest", "run", "--project", "server"], report: "vitest" },
  { name: "stories", command: ["playwright", "test", "-c", "test/stories"], report: "playwright" },
  { name: "e2e", command: ["playwright", "test", "-c", "test/e2e"], report: "playwright" },
  {
    name: "fuzz",
    command: ["vitest", "run", "--project", "fuzz"],
    report: "vitest",
    isLong: true,
  },
  {
    name: "drift",
    command: ["vitest", "run", "--project", "drift"],
    report: "vitest",
    isLong: true,
  },
  {
    name: "flows",
    command: ["playwright", "test", "-c", "test/flows"],
    report: "playwright",
    isLong: true,
  },
  {
    name: "kill",
    command: ["vitest", "run", "--project", "kill", "kill/interrupted"],
    report: "vitest",
    isLong: true,
  },
  {
    name: "import-kill",
    command: ["vitest", "run", "--project", "kill", "kill/import"],
    report: "vitest",
    isLong: true,
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no suite "${unknown.join('", "')}"; there are ${suites.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exitCode = 1;
} else {
  await runSuites(
    suites.filter(({ name, isLong }) => (asked.length > 0 ? asked.includes(name) : !isLong)),
  );
}
