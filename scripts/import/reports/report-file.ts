import { appendFile, writeFile } from "node:fs/promises";

/** Written so much at a time. */
const chunk = 64 * 1024;

/** Its owner alone may read it. */
const mode = 0o600;

/** A file that grows line by line, and is open only while something is written. */
export class ReportFile {
  readonly #file: string;
  #text = "";

  private constructor(file: string) {
    this.#file = file;
  }

  /** @param file its path, where none may be yet */
  static async open(file: string): Promise<ReportFile> {
    await writeFile(file, "", { mode, flag: "wx" });
    return new ReportFile(file);
  }

  /** @returns a promise only where the disk must be waited for */
  write(line: string): Promise<void> | undefined {
    this.#text += line;
    if (this.#text.length < chunk) return undefined;
    return this.close();
  }

  /** Writes what is still to be written. */
  async close(): Promise<void> {
    const text = this.#text;
    this.#text = "";
    try {
      await appendFile(this.#file, text, { mode });
    } catch (error) {
      // The system names the file when it can't be opened, but not when its disk is full.
      throw Object.assign(error as Error, { path: this.#file });
    }
  }
}
