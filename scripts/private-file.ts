import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Writes a file that its owner alone may read, whole or not at all; one of that name is replaced,
 * whoever could read it.
 */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  try {
    await writeFile(beside, text, { mode: 0o600, flag: "wx" });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    // Not the name it was to have for a moment.
    throw Object.assign(error as Error, { path: file });
  }
}
