import { expect, test } from "vitest";
import { fieldChanges } from "./field-changes.ts";

test.each<[string, unknown, unknown, string[]]>([
  ["nothing declared", {}, { a: 1 }, []],
  ["an undeclared field", { a: 1 }, { a: 1, b: 2 }, []],
  ["a changed field", { a: 1, b: 2 }, { a: 1, b: 3 }, ["b"]],
  ["a changed field inside", { a: { b: "x" } }, { a: { b: "y", c: "z" } }, ["a.b"]],
  ["a missing block", { a: { b: "x" } }, {}, ["a.b"]],
  ["a list in another order", { a: ["x", "y"] }, { a: ["y", "x"] }, []],
  ["a list with something more", { a: ["x"] }, { a: ["x", "y"] }, ["a"]],
  ["a list with something else", { a: ["x", "z"] }, { a: ["x", "y"] }, ["a"]],
  ["objects with undeclared fields", { a: [{ n: 1 }] }, { a: [{ n: 1, id: "7" }] }, []],
  ["objects in another order", { a: [{ n: 1 }, { n: 2 }] }, { a: [{ n: 2 }, { n: 1 }] }, ["a"]],
  ["nothing against nothing", { a: "" }, {}, []],
  ["nothing against something", { a: "" }, { a: "x" }, ["a"]],
  ["false against nothing", { a: false }, {}, ["a"]],
])("%s", (_, declared, live, expected) => {
  expect(fieldChanges(declared, live).map(({ path }) => path)).toEqual(expected);
});

test("a change tells what was and what should be", () => {
  expect(fieldChanges({ a: { b: 2 }, c: ["x"] }, { a: { b: 1 } })).toEqual([
    { path: "a.b", from: 1, to: 2 },
    { path: "c", from: null, to: ["x"] },
  ]);
});

test.each([
  ["one that Keycloak shows", "old-horse", "changed"],
  ["one that is not there", undefined, "changed"],
  ["one that Keycloak hides", "**********", "unknown"],
])("a secret is never told: %s", (_, live, secret) => {
  const changes = fieldChanges(
    { smtpServer: { password: "horse" } },
    { smtpServer: { password: live } },
  );
  expect(changes).toEqual([{ path: "smtpServer.password", secret }]);
});
