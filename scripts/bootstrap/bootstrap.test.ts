import { readFile } from "node:fs/promises";
import { jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { clientAssertion, newClientKey, publicClientKey } from "../keycloak/client-key.ts";
import { accountKey } from "./account-key.ts";
import { accountClient, accountNames, accounts, keyAttributes } from "./accounts.ts";
import { stepTexts } from "./bootstrap.ts";
import type { FoundAccount } from "./realm-accounts.ts";
import { type HeldRole, managementClient, repairsOf, repairText } from "./repairs.ts";

const management = { id: "m", clientId: managementClient };
const held = (name: string): HeldRole => ({ id: name, name, client: management });

function settled(name: keyof typeof accounts): FoundAccount {
  const roles = Object.keys(accounts[name].roles).map(held);
  return { client: accountClient(accounts[name]), userId: "u", roles, scope: roles };
}

describe("an account's repairs", () => {
  it("are none where it is as it should be", () => {
    for (const name of accountNames) expect(repairsOf(accounts[name], settled(name))).toEqual([]);
  });

  it("name what is missing and what is too much, in its roles and in its scope", () => {
    const live = settled("portail-plan");
    const account = { id: "a", clientId: "account" };
    const found: FoundAccount = {
      ...live,
      client: { ...live.client, standardFlowEnabled: true },
      roles: [...live.roles.slice(1), { id: "1", name: "default-roles-itschool" }],
      scope: [...live.scope, { id: "2", name: "view-realm", client: account }],
    };
    const plan = accounts["portail-plan"];
    expect(repairsOf(plan, found).map((repair) => repairText(plan, repair))).toEqual([
      "~ client portail-plan: standardFlowEnabled",
      "+ role view-realm for portail-plan",
      "- role default-roles-itschool of portail-plan, which does not need it",
      "- role account view-realm of the scope of portail-plan, which does not need it",
    ]);
  });
});

describe("what will be done", () => {
  const nothing = { deletesTemporaryAdmins: false };
  const situation = {
    realm: "itschool",
    hasRealm: false,
    accounts: { portail: null, "portail-plan": null },
    temporaryAdmins: [{ kind: "user" as const, id: "1", name: "admin" }],
    hasLastingAdmin: false,
  };

  it("is told line by line", () => {
    expect(stepTexts(situation, { deletesTemporaryAdmins: true })).toEqual([
      "+ realm itschool: nobody can sign in to it before portail apply",
      "+ client portail: manage-realm, manage-clients, manage-identity-providers, manage-users, view-events",
      "+ client portail-plan: view-realm, view-clients, view-identity-providers, view-users",
      "- temporary administrator admin (user)",
    ]);
  });

  it("is nothing where all is there, the temporary administrator included", () => {
    const found = { portail: settled("portail"), "portail-plan": settled("portail-plan") };
    expect(stepTexts({ ...situation, hasRealm: true, accounts: found }, nothing)).toEqual([]);
  });
});

describe("the key of an account", () => {
  const env = (key: string) => ({ PORTAIL_CLIENT_ID: "portail", PORTAIL_CLIENT_KEY: key });
  const taking = async (key: string): Promise<FoundAccount> => {
    const live = settled("portail");
    const attributes = { ...live.client.attributes, ...keyAttributes(await publicClientKey(key)) };
    return { ...live, client: { ...live.client, attributes } };
  };

  it("is new where the realm takes none", async () => {
    expect(await accountKey(accounts.portail, null, {}, false)).toMatchObject({ isNew: true });
    const { key, isNew } = await accountKey(accounts.portail, settled("portail"), {}, false);
    expect([isNew, (await publicClientKey(key)).d]).toEqual([true, undefined]);
  });

  it("is the one at hand where the realm takes it", async () => {
    const key = newClientKey();
    const found = await taking(key);
    expect(await accountKey(accounts.portail, found, env(key), false)).toEqual({
      key,
      isNew: false,
    });
    expect((await accountKey(accounts.portail, found, env(key), true)).key).not.toBe(key);
  });

  it("is not replaced unasked where the realm takes another", async () => {
    const found = await taking(newClientKey());
    for (const at of [{}, env(newClientKey())]) {
      await expect(accountKey(accounts.portail, found, at, false)).rejects.toMatchObject({
        code: "BOOTSTRAP_KEY_ELSEWHERE",
      });
    }
    expect(await accountKey(accounts.portail, found, {}, true)).toMatchObject({ isNew: true });
  });

  it("signs for one realm and one minute, half of it past", async () => {
    const key = newClientKey();
    const now = new Date("2031-02-03T04:05:06Z");
    const [first, second] = [
      await clientAssertion(key, "portail", "https://login.example.org/realms/a", now),
      await clientAssertion(key, "portail", "https://login.example.org/realms/a", now),
    ];
    const { payload } = await jwtVerify(first, await publicClientKey(key), { currentDate: now });
    const from = now.getTime() / 1000;
    expect(payload).toMatchObject({
      iss: "portail",
      sub: "portail",
      aud: "https://login.example.org/realms/a",
      iat: from - 30,
      exp: from + 30,
    });
    expect(second).not.toBe(first);
  });

  it("that is none is told without being shown", async () => {
    await expect(publicClientKey("hunter2")).rejects.toMatchObject({
      code: "CLIENT_KEY_WRONG",
      message: expect.not.stringContaining("hunter2"),
    });
  });
});

it("the documentation names every role of every account, and what needs it", async () => {
  const text = await readFile("docs/operations.md", "utf8");
  for (const name of accountNames) {
    for (const [role, reason] of Object.entries(accounts[name].roles)) {
      expect(text).toContain(`| \`${name}\` | \`${role}\` | ${reason} |`);
    }
  }
});
