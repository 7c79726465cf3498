import type { RunningMicrosoft } from "./microsoft.ts";

/**
 * The options of a Chromium in which somebody tries the demo's Microsoft: it is led to the stand-in,
 * and takes that one certificate although no authority it knows stands for it. Chromium listens to the
 * latter only with a folder of its own, so that nothing of it is left in the person's own browser.
 *
 * @param folder where this browser keeps what it remembers
 */
export function demoBrowserArguments(
  { browserArguments, publicKeyHash }: RunningMicrosoft,
  folder: string,
): string[] {
  return [
    `--user-data-dir=${folder}`,
    "--no-first-run",
    ...browserArguments,
    `--ignore-certificate-errors-spki-list=${publicKeyHash}`,
  ];
}

/** A command as it is typed into a shell. */
export function shellCommand(program: string, args: readonly string[]): string {
  return [program, ...args].map(quoted).join(" ");
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
