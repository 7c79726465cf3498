import { stripVTControlCharacters } from "node:util";

/**
 * A text that is safe to show on a terminal: what comes from a file or a server could otherwise
 * move its cursor, rewrite lines or set its title. Line ends stay.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/(?!\n)\p{Cc}/gu, "\uFFFD");
}
