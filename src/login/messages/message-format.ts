/**
 * Our texts as Keycloak reads them. Keycloak hands every message to Java's `MessageFormat`, with or
 * without arguments, where an apostrophe quotes what follows and braces hold an argument.
 *
 * @param text as in our sources: `{0}` is an argument (also `{0,choice,…}`, without apostrophes in
 *   it), `{brand}` the brand's name, apostrophes as they are read
 * @throws Error when a brace belongs to neither
 */
export function toMessageFormat(text: string, brandName: string): string {
  return text
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (part === "{brand}") return quote(brandName);
      if (/^\{\d+(,choice,[^']+)?\}$/.test(part)) return part;
      if (/[{}]/.test(part)) throw new Error(`"${text}" has a brace that is no argument: ${part}`);
      return quote(part);
    })
    .join("");
}

/** The way back: what a person reads of a Keycloak message, its arguments still as `{0}`. */
export function fromMessageFormat(pattern: string): string {
  return pattern.replaceAll(/'([{}])'/g, "$1").replaceAll("''", "'");
}

/** A text that is not one of ours, e.g. an address, as a message without arguments. */
export function quote(literal: string): string {
  return literal.replaceAll("'", "''").replaceAll(/[{}]/g, "'$&'");
}
