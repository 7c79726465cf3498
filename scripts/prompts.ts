import { confirm, input, select } from "@inquirer/prompts";
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
  if (!canAsk()) {
    throw new UserError(
      "CONFIRMATION_MISSING",
      "nothing was changed: there is no terminal to ask on",
      "Run the command again with --yes.",
    );
  }
  return confirm({ message: question, default: false }, { output: process.stderr });
}

/** True on a terminal, where somebody can answer. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/**
 * Asks for a text, again until it is right. Only where `canAsk()`.
 *
 * @param mistake what would be allowed in the place of a wrong text
 * @param suggested the answer of whoever just presses Enter
 */
export function answered(
  question: string,
  mistake: (text: string) => string | undefined,
  suggested?: string,
): Promise<string> {
  const validate = (text: string) => {
    const allowed = mistake(text);
    return allowed === undefined || `Allowed: ${allowed}`;
  };
  return input({ message: question, default: suggested, validate }, { output: process.stderr });
}

/** Asks for one of several words, each with what it means. Only where `canAsk()`. */
export function chosen<Word extends string>(
  question: string,
  choices: Readonly<Record<Word, string>>,
): Promise<Word> {
  return select(
    {
      message: question,
      choices: (Object.entries(choices) as [Word, string][]).map(([value, meaning]) => ({
        value,
        name: `${value}: ${meaning}`,
      })),
    },
    { output: process.stderr },
  );
}
