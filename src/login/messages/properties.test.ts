import { expect, test } from "vitest";
import { fromMessageFormat } from "./message-format.ts";
import { parseProperties, toProperties } from "./properties.ts";

/** What comes out of Keycloak when a text has gone through our file. */
function throughKeycloak(text: string, brandName = "iT.SCHOOL"): string | undefined {
  const pattern = parseProperties(toProperties({ key: text }, brandName)).key;
  return pattern === undefined ? undefined : fromMessageFormat(pattern);
}

test.each([
  "Vous n'avez pas reçu de code dans le courriel ?",
  "Conditions générales d'utilisation",
  "→ Se connecter",
  "a \\ backslash, a=b: c # d ! e",
  "#no comment",
  "  two blanks before",
  "one line\nand another",
  "C'est {0}, l'école",
])("brings %j through unchanged", (text) => {
  expect(throughKeycloak(text)).toBe(text);
});

test("doubles the apostrophes, since Keycloak formats messages without arguments too", () => {
  expect(toProperties({ a: "l'école" }, "")).toBe("a=l''école\n");
});

test("keeps a choice between singular and plural as it is", () => {
  const choice = "{0,choice,0#minutes|1#minute|1<minutes}";
  expect(toProperties({ a: choice }, "")).toBe(`a=${choice}\n`);
});

test("escapes what would end or hide a key", () => {
  const messages = { "a=b": "1", "c d": "2", "#e": "3", "f:g": "4" };
  expect(parseProperties(toProperties(messages, ""))).toEqual(messages);
});

test("puts the brand's name in, quotes and braces included", () => {
  expect(throughKeycloak("Compte {brand}", "L'{École}")).toBe("Compte L'{École}");
});

test("refuses a brace that is no argument", () => {
  expect(() => toProperties({ a: "see {link}" }, "")).toThrow("{link}");
  expect(() => toProperties({ a: "open { only" }, "")).toThrow("brace");
});

test("reads comments, continued lines and unicode escapes as Java does", () => {
  expect(
    parseProperties(
      "# a comment\n  ! another\na = one\\\n   two\nb: caf\\u00e9\nc\nd=ends in \\\\\ne=x",
    ),
  ).toEqual({ a: "onetwo", b: "café", c: "", d: "ends in \\", e: "x" });
});
