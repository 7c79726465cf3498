import { authorizationUrl } from "../support/authorization.ts";
import type { KnownPerson, Portal, School } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";
import { askForTokens, signedInAtSchool, signedInTokens } from "../support/tokens.ts";
import { Visitor } from "../support/visitor.ts";

/* What a person, or an application, can do with a person's own data. Shown without a browser. */

const password = "une petite phrase facile";

function refreshed(portal: Portal, school: School, refreshToken: string) {
  return askForTokens(portal, {
    grant_type: "refresh_token",
    client_id: school.clientId,
    refresh_token: refreshToken,
  });
}

function parentOfBoth(portal: Portal): Promise<KnownPerson> {
  const { demo, saintExupery } = portal.schools;
  return portal.addPerson({
    schools: [demo, saintExupery],
    password,
    legacy: [
      { school: demo, username: "duboisc", password: "ancien mot de passe" },
      { school: saintExupery, username: "madame-d", password: "autre ancien" },
    ],
  });
}

test("a person can't change address, school, old name or number through the account's interface", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const person = await parentOfBoth(portal);
  const account = `${portal.issuer}/account`;
  const { access_token: token } = await signedInTokens(
    portal,
    "account-console",
    account,
    `${account}/`,
    person,
  );
  const before = await portal.admin.users.findOne({ id: person.id });
  const headers = {
    authorization: `Bearer ${token}`,
    accept: "application/json",
    "content-type": "application/json",
  };
  const own = (await (await fetch(account, { headers })).json()) as Record<string, unknown>;
  expect(JSON.stringify(own), "what the schools know is not shown either").not.toContain("duboisc");

  for (const change of [
    { email: "somebody.else@example.org" },
    { username: "somebody.else@example.org" },
    { emailVerified: true },
    { firstName: "Somebody" },
    { groups: ["/schools/saint-exupery"] },
    { attributes: { "demo.username": ["lambertm"] } },
    { attributes: { "demo.person": ["D18329"] } },
    { attributes: { "demo.lastLegacySignIn": ["2026-01-01"] } },
  ]) {
    await fetch(account, { method: "POST", headers, body: JSON.stringify({ ...own, ...change }) });
    const after = await portal.admin.users.findOne({ id: person.id });
    expect(after, JSON.stringify(change)).toEqual(before);
  }
  const groups = await portal.admin.users.listGroups({ id: person.id });
  expect(groups.map(({ path }) => path).sort()).toEqual([
    `/schools/${demo.id}`,
    "/schools/saint-exupery",
  ]);
});

test("a token for one school holds nothing of another", async ({ portal }) => {
  const { demo } = portal.schools;
  const { access_token, id_token } = await signedInAtSchool(
    portal,
    demo,
    await parentOfBoth(portal),
  );
  const userInfo = await fetch(`${portal.issuer}/protocol/openid-connect/userinfo`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  const told = [payload(access_token), payload(id_token), await userInfo.text()].join("\n");
  expect(told).toContain("duboisc");
  for (const secret of ["saint-exupery", "madame-d", "/schools"])
    expect(told).not.toContain(secret);
});

test("a membership that is taken away ends the session at that school at its next refresh, and there alone", async ({
  portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const person = await parentOfBoth(portal);
  const visitor = new Visitor(demo.app.url, saintExupery.app.url);
  let atDemo = await signedInAtSchool(portal, demo, person, visitor);
  const atSaintExupery = await signedInAtSchool(portal, saintExupery, person, visitor);
  const before = await refreshed(portal, demo, atDemo.refresh_token);
  expect(before.status).toBe(200);
  atDemo = before.body;

  const groups = await portal.admin.users.listGroups({ id: person.id });
  const groupId = groups.find(({ path }) => path === `/schools/${demo.id}`)?.id ?? "";
  await portal.admin.users.delFromGroup({ id: person.id, groupId });

  expect((await refreshed(portal, demo, atDemo.refresh_token)).status).toBe(400);
  expect((await refreshed(portal, saintExupery, atSaintExupery.refresh_token)).status).toBe(200);
  await visitor.open(authorizationUrl(portal, demo));
  expect(visitor.url, "nor by a new sign-in").not.toContain("code=");
});

function payload(token: string): string {
  return Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
}
