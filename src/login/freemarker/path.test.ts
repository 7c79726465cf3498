import { expect, test } from "vitest";
import { freemarkerPath, freemarkerString } from "./path.ts";

interface Context {
  realm: { name: string; rememberMe: boolean };
  user?: { email: string };
  fields: { error(field: string): string };
}

const pathOf = (read: (context: Context) => unknown) => freemarkerPath(read, "");

test("follows properties", () => {
  expect(pathOf((kc) => kc.realm.rememberMe)).toBe("realm.rememberMe");
  expect(pathOf((kc) => kc.user?.email)).toBe("user.email");
});

test("calls methods with strings", () => {
  expect(pathOf((kc) => kc.fields.error(`a"b`))).toBe(`fields.error("a\\"b")`);
});

test("begins at the item of a list", () => {
  expect(freemarkerPath((item: { url: string }) => item.url, "item")).toBe("item.url");
  expect(freemarkerPath((item: string) => item, "item")).toBe("item");
});

test.each<[what: string, read: (context: Context) => unknown]>([
  ["a comparison", (kc) => kc.realm.name === "a"],
  ["a constant", () => "a"],
  ["the whole context", (kc) => kc],
  ["a text with a value in it", (kc) => `${kc.realm.name}!`],
  ["a sum", (kc) => kc.realm.name + kc.realm.name],
  ["a negation", (kc) => !kc.realm.rememberMe],
])("refuses %s, which only the browser could compute", (_, read) => {
  expect(() => pathOf(read)).toThrow("Only a plain path");
});

test("writes a text so that FreeMarker computes nothing in it", () => {
  expect(freemarkerString('a "b" \\ ${c}')).toBe('"a \\"b\\" \\\\ $\\{c}"');
});
