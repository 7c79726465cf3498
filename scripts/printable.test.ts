import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test("a terminal's control characters are not passed on; line ends are", () => {
  expect(printable("a\u001b[2Kb\u001b]0;title\u0007c\rd\u0000\ne")).toBe("abc\uFFFDd\uFFFD\ne");
});

test("letters of every language and signs stay as they are", () => {
  expect(printable("École « ∅ » 日本 – ✓")).toBe("École « ∅ » 日本 – ✓");
});
