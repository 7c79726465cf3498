import { describe, expect, it } from "vitest";
import { claire, run, schools } from "../../test/support/memory-import.ts";
import { MemoryRealm } from "../../test/support/memory-realm.ts";

/** The account that has an old user name at the school a. */
function named(realm: MemoryRealm, username: string) {
  return [...realm.users.values()].filter((user) =>
    user.attributes?.["a.username"]?.includes(username),
  );
}

describe("an import, and what somebody else does meanwhile", () => {
  it("leaves an account disabled that an administrator disables", async () => {
    const realm = new MemoryRealm(schools);
    await run(realm, [claire]);
    realm.meanwhile = () => {
      realm.meanwhile = () => {};
      for (const user of realm.users.values()) Object.assign(user, { enabled: false });
    };
    await run(realm, [{ ...claire, person_id: "p2" }]);
    expect(named(realm, "u1")).toMatchObject([
      { enabled: false, attributes: { "a.person": ["p1", "p2"] } },
    ]);
  });

  it("gives no account another address for which its person has chosen a password", async () => {
    const realm = new MemoryRealm(schools);
    await run(realm, [claire]);
    const now = [{ ...claire, email: "b@example.org" }];
    const meanwhile = () => realm.givePassword("a@example.org");
    await expect(run(realm, now, { updateAddresses: true, meanwhile })).rejects.toThrow(
      "the account of a@example.org was changed",
    );
    expect(named(realm, "u1")).toMatchObject([{ email: "a@example.org" }]);
    await run(realm, now, { updateAddresses: true });
    expect(named(realm, "u1")).toMatchObject([{ email: "b@example.org" }]);
    const emails = [...realm.users.values()].map(({ email }) => email);
    expect(emails.sort()).toEqual(["a@example.org", "b@example.org"]);
  });

  it("leaves to another school what it has of an account that is merged", async () => {
    const realm = new MemoryRealm(schools);
    await run(realm, [
      { ...claire, legacy_username: "", person_id: "" },
      { ...claire, email: "", person_id: "" },
    ]);
    const [addressless] = named(realm, "u1");
    addressless?.groupIds.add("group-c");
    await run(realm, [claire]);
    expect(named(realm, "u1")).toMatchObject([{ email: "a@example.org" }]);
    const left = realm.users.get(addressless?.id ?? "");
    expect(left?.groupIds).toEqual(new Set(["group-c"]));
  });
});
