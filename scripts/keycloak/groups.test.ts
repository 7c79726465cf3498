import { expect, test } from "vitest";
import { groupTree } from "./groups.ts";

test("groups with a common parent stand below one parent", () => {
  expect(groupTree(["/schools/a", "/schools/b", "/support"])).toEqual([
    {
      name: "schools",
      subGroups: [
        { name: "a", subGroups: [] },
        { name: "b", subGroups: [] },
      ],
    },
    { name: "support", subGroups: [] },
  ]);
});
