import { freemarkerString } from "./path.ts";

/** Notes which messages a page shows while it is drawn, and writes just those for the browser. */
export class PageMessages {
  readonly #keys = new Set<string>();
  /** JavaScript entries of messages that only the server can name or complete. */
  readonly #entries = new Set<string>();

  constructor(keys: Iterable<string> = []) {
    for (const key of keys) this.add(key);
  }

  /** Notes a message that is shown as it is, or with arguments that the browser knows. */
  add(key: string): void {
    this.#keys.add(key);
  }

  /**
   * Notes a message that only the server can name or complete.
   *
   * @param name FreeMarker of the name by which the browser will ask for it
   * @param text FreeMarker of the message
   * @param around puts an entry into the FreeMarker lists that it depends on
   */
  addFromServer(name: string, text: string, around: (entry: string) => string): void {
    this.#entries.add(around(`[\${(${name})?c}]:\${(${text})?c},`));
  }

  /** Keys of the messages, in order. */
  get keys(): string[] {
    return [...this.#keys].sort();
  }

  /** JavaScript of an object with all messages, with FreeMarker in the place of their texts. */
  script(): string {
    const entries = this.keys.map((key) => {
      const name = freemarkerString(key);
      return `${name}:\${msg(${name})?c},`;
    });
    return `{${[...entries, ...this.#entries].join("")}}`;
  }
}
