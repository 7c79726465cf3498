import { expect, test } from "vitest";
import { printable, printableInLine } from "./printable.ts";

test("a terminal's control characters are not passed on; line ends are", () => {
  expect(printable("a\u001b[2Kb\u001b]0;title\u0007c\rd\u0000\ne")).toBe("abc\uFFFDd\uFFFD\ne");
});

test("letters of every language and signs stay as they are", () => {
  expect(printable("École « ∅ » 日本 – ✓")).toBe("École « ∅ » 日本 – ✓");
});

test("a name can't be made to read backwards", () => {
  expect(printable("\u202Egro.elpmaxe@erialc")).toBe("\uFFFDgro.elpmaxe@erialc");
  expect(printable("a\u2066b\u2069\u200F")).toBe("a\uFFFDb\uFFFD\uFFFD");
});

test("what is a part of a line does not begin another", () => {
  expect(printableInLine("Claire\nSecond factor: off\u2028\u001b[1A")).toBe(
    "Claire\uFFFDSecond factor: off\uFFFD",
  );
});
