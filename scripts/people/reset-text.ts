import type { Person } from "./person.ts";
import { type WayIn, wayInText } from "./ways-in.ts";

/** What somebody is asked before their second factor goes. */
export function resetQuestion({ address }: Person, going: readonly WayIn[]): string {
  return `Take ${waysText(going)} away, sign ${address} out everywhere, and have the mailbox confirmed at the next sign-in?`;
}

/**
 * What support reads once a second factor is gone: what was done, where it is noted, whether the
 * person was told, and what to tell them.
 *
 * @param untold why no mail could be sent, where none could
 * @param by how the account that portail works as is called
 * @returns whole lines
 */
export function resetText(
  { address }: Person,
  gone: readonly WayIn[],
  untold: string | undefined,
  by: string,
): string {
  const lines = [
    `${address} has no second factor any more, and was signed out everywhere. Gone: ${waysText(gone)}.`,
    `Keycloak's log of changes has it, as done by ${by}.`,
    untold === undefined
      ? "A mail tells the person."
      : `The person could not be told by mail (${untold}): tell them yourself.`,
    `At the next sign-in, whichever way they come, a mail to ${address} asks them to confirm it; until then no old user name opens anything.`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** e.g. `authenticator app "phone", set up on 2026-05-01; recovery codes`. */
export function waysText(ways: readonly WayIn[]): string {
  return ways.map(wayInText).join("; ");
}
