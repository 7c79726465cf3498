import { once } from "node:events";
import { Command, InvalidArgumentError } from "commander";
import { startDemo } from "../demo/demo.ts";
import { whereToClick } from "../demo/where-to-click.ts";
import { UserError } from "../errors.ts";
import { terminalTeller } from "../terminal.ts";

/** `portail demo`: the whole portal on this machine, until Ctrl-C. */
export function demoCommand(): Command {
  return new Command("demo")
    .description("the whole portal on this machine, to try it out")
    .option("--fresh", "begin from nothing: forget accounts and mails of earlier demos", false)
    .option("--port <number>", "Keycloak's port (8080, or a free one)", portNumber)
    .addHelpText(
      "after",
      `
Starts Keycloak, a mail catcher, a stand-in for Microsoft and two demo schools, and stays until
Ctrl-C. Nothing leaves the machine: all of it listens on the loopback interface, and mails are caught.
The first time, Keycloak is fetched with Maven.

Examples:
  $ portail demo
  $ portail demo --fresh --port 9090`,
    )
    .action(demo);
}

async function demo({ fresh, port }: { fresh: boolean; port?: number }): Promise<void> {
  const startedAt = performance.now();
  const running = await startDemo({ isFresh: fresh, port, teller: terminalTeller() });
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(whereToClick(running.addresses, seconds));

  const isAsked = await Promise.race([
    ...["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal).then(() => true)),
    running.ended.then(() => false),
  ]);
  await running.stop();
  if (isAsked) return;
  throw new UserError(
    "KEYCLOAK_ENDED",
    "Keycloak ended by itself, so the demo was stopped",
    `See why in ${running.logFile}, and start the demo again.`,
  );
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a whole number from 1 to 65535.");
}
