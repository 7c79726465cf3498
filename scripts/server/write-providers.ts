import path from "node:path";
import { describeFailure } from "../failure.ts";
import { terminalTeller } from "../terminal.ts";
import { writeProviders } from "./providers.ts";

/* `npm run build`: makes the JARs that Keycloak loads, for the `Dockerfile` or a server of one's own. */

try {
  for (const jar of await writeProviders(terminalTeller())) {
    process.stdout.write(`${path.relative(process.cwd(), jar)}\n`);
  }
} catch (error) {
  process.stderr.write(describeFailure(error, false));
  process.exitCode = 1;
}
