import { expect, test } from "vitest";
import { KeyIndex } from "./key-index.ts";

test("finds what was set last, among many", () => {
  const index = new KeyIndex();
  const keys = Array.from({ length: 50_000 }, (_, place) => `demo\0user${place}`);
  for (const [place, key] of keys.entries()) index.set(key, place);
  index.set("demo\0user7", 0);
  expect(index.size).toBe(keys.length);
  expect(keys.every((key, place) => index.get(key) === (place === 7 ? 0 : place))).toBe(true);
  expect(index.get("demo\0nobody")).toBeUndefined();
});
