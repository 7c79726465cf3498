import { stripVTControlCharacters } from "node:util";

/**
 * A text that is safe to show on a terminal: what comes from a file or a server could otherwise
 * move its cursor, rewrite lines, set its title, or turn the direction of writing so that a name
 * reads as another. Line ends stay.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD");
}

/**
 * The same for a part of a line, such as somebody's name: a line end in it could begin a line that
 * seems to be ours.
 */
export function printableInLine(text: string): string {
  return printable(text).replaceAll(/[\n\p{Zl}\p{Zp}]/gu, "\uFFFD");
}
