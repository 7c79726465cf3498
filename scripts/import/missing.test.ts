import { expect, test } from "vitest";
import { run, schools } from "../../test/support/memory-import.ts";
import { MemoryRealm } from "../../test/support/memory-realm.ts";
import type { PersonRow } from "../exports/people-file.ts";

const claire: PersonRow["cells"] = {
  school: "a",
  email: "a@example.org",
  first_name: "Claire",
  last_name: "Dubois",
  legacy_username: "",
  legacy_password_hash: "",
  person_id: "",
  language: "fr",
};
const marc = { ...claire, email: "b@example.org", first_name: "Marc" };

/** The addresses of those whom the school knows. */
function members(realm: MemoryRealm) {
  return [...realm.users.values()]
    .filter(({ groupIds }) => groupIds.has("group-a"))
    .map(({ email }) => email);
}

async function leaving(second: PersonRow["cells"], hasSurplusCells = false) {
  const realm = new MemoryRealm(schools);
  await run(realm, [claire, marc]);
  await run(realm, [claire, second], { missing: true, hasSurplusCells });
  return members(realm);
}

test("who is no longer in an export leaves the school", async () => {
  expect(await leaving(claire)).toEqual(["a@example.org"]);
});

test("a rejected row that says whom it is about keeps that person only", async () => {
  const other = { ...marc, email: "c@example.org", legacy_password_hash: "Minou-2012" };
  expect(await leaving(other)).toEqual(["a@example.org"]);
});

test.each([
  ["of a mistyped address", { ...marc, email: "b@@example.org" }, false],
  ["of a mistyped school", { ...marc, school: "aa" }, false],
  ["with its cells moved", { ...marc, email: "Dubois", last_name: "b@example.org" }, true],
])("nobody leaves a school by a row %s", async (_, second, hasSurplusCells) => {
  expect(await leaving(second, hasSurplusCells)).toEqual(["a@example.org", "b@example.org"]);
});
