import { expect, test } from "vitest";
import { asRead } from "./CodeField.tsx";

test("a code is taken as it is read, whatever blanks an app shows in it", () => {
  expect(asRead(" 123 456", "digits")).toBe("123456");
});

test("a recovery code may be typed in small letters", () => {
  expect(asRead("k7qx-2mpa-9rtb ", "letters")).toBe("K7QX-2MPA-9RTB");
});
