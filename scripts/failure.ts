import { styleText } from "node:util";
import { UserError, UserErrors } from "./errors.ts";
import { printable } from "./printable.ts";

/**
 * What the person at the keyboard reads when a command fails: one line for each mistake and what to
 * do about it, or, for a bug of ours, its message.
 *
 * @param isVerbose also where a bug comes from
 * @returns whole lines
 */
export function describeFailure(error: unknown, isVerbose: boolean): string {
  if (error instanceof UserErrors) {
    return error.errors.map((mistake) => describeFailure(mistake, isVerbose)).join("");
  }
  if (error instanceof UserError) {
    return `${mark()} ${printable(error.message)} ${dim(`(${error.code})`)}\n  ${printable(error.remedy)}\n`;
  }
  // What a prompt throws when it is left with Ctrl-C.
  if (error instanceof Error && error.name === "ExitPromptError") {
    return `${mark()} Stopped; nothing was changed.\n`;
  }
  const text = printable(error instanceof Error ? error.message : String(error));
  if (!isVerbose) {
    return `${mark()} Unexpected error: ${text}\n  Run the command again with --verbose to see where it comes from.\n`;
  }
  return `${mark()} Unexpected error: ${(error instanceof Error && error.stack) || text}\n`;
}

function mark(): string {
  return styleText("red", "✗", { stream: process.stderr });
}

function dim(text: string): string {
  return styleText("dim", text, { stream: process.stderr });
}
