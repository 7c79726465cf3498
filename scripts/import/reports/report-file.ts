import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** Written so much at a time. */
const chunk = 64 * 1024;

/** A file that grows line by line, and that its owner alone may read. */
export class ReportFile {
  readonly #stream: WriteStream;
  #text = "";

  /** @param file its path, where none may be yet */
  constructor(file: string) {
    this.#stream = createWriteStream(file, { mode: 0o600, flags: "wx" });
  }

  /** @returns a promise only where the disk must be waited for */
  write(line: string): Promise<void> | undefined {
    this.#text += line;
    if (this.#text.length < chunk) return undefined;
    return this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = "";
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }
}
