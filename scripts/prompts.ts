import { confirm } from "@inquirer/prompts";
import { UserError } from "./errors.ts";

/**
 * Asks before something is changed. Without a terminal nobody can answer: then `--yes` must have
 * been given.
 *
 * @param question answered with yes or no
 * @param yes true when `--yes` was given
 * @throws {UserError} `CONFIRMATION_MISSING`
 */
export async function confirmed(question: string, yes: boolean): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UserError(
      "CONFIRMATION_MISSING",
      "nothing was changed: there is no terminal to ask on",
      "Run the command again with --yes.",
    );
  }
  return confirm({ message: question, default: false }, { output: process.stderr });
}
