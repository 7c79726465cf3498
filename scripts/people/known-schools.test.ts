import { expect, test } from "vitest";
import { knownSchools } from "./known-schools.ts";

const schools = [
  { id: "a", name: "École A" },
  { id: "b", name: "École B" },
];

test("each school has what it knows of the person, and nothing of another", () => {
  const attributes = {
    "b.username": ["duboisc", "c.dubois"],
    "b.lastLegacySignIn": ["2026-09-01"],
    "a.person": ["17"],
    locale: ["fr"],
  };
  expect(knownSchools(["b", "a"], attributes, schools)).toEqual([
    { id: "a", name: "École A", isMember: true, usernames: [], personIds: ["17"] },
    {
      id: "b",
      name: "École B",
      isMember: true,
      usernames: ["duboisc", "c.dubois"],
      personIds: [],
      lastOldSignIn: "2026-09-01",
    },
  ]);
});

test("what is left of a school that knows them no more, or is not configured, is told apart", () => {
  expect(knownSchools(["a"], { "gone.person": ["17"], "b.passwords": ["x"] }, schools)).toEqual([
    { id: "a", name: "École A", isMember: true, usernames: [], personIds: [] },
    { id: "gone", name: "gone", isMember: false, usernames: [], personIds: ["17"] },
  ]);
});
