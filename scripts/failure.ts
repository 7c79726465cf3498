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
  const obstacle = obstacleOf(error);
  if (obstacle !== null) return describeFailure(obstacle, isVerbose);
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

/** What a machine may put in the way of any command, by the system's name of it. */
const obstacles: Readonly<Record<string, [what: string, remedy: string]>> = {
  ENOENT: ["it is not there", "Check the path."],
  EISDIR: ["it is a folder", "Name a file."],
  EACCES: ["you may not use it", "Make it readable and writable for you, or its folder."],
  EPERM: ["you may not use it", "Make it readable and writable for you, or its folder."],
  EROFS: ["it is on a read-only disk", "Work in a folder that can be written."],
  ENOSPC: ["the disk is full", "Free some space, then try again."],
  ENOTDIR: ["it is not a folder", "Move away the file that is in its place."],
  EEXIST: ["it is there already, and not what it should be", "Move it away."],
};

function obstacleOf(error: unknown): UserError | null {
  if (!(error instanceof Error)) return null;
  const { code = "", path } = error as NodeJS.ErrnoException;
  const [what, remedy] = obstacles[code] ?? [];
  if (path === undefined || what === undefined || remedy === undefined) return null;
  return new UserError("FILE_UNUSABLE", `${path}: ${what} (${code})`, remedy, { cause: error });
}

function mark(): string {
  return styleText("red", "✗", { stream: process.stderr });
}

function dim(text: string): string {
  return styleText("dim", text, { stream: process.stderr });
}
