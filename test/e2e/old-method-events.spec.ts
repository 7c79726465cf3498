import { authorizationUrl } from "../support/authorization.ts";
import type { Portal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";

/* What support and security find of the old method in Keycloak's events. */

const oldPassword = "ancien mot de passe";
const password = "une petite phrase facile";

/** What is on record of one person: the kind, the error if there was one, and by which method. */
async function recorded(portal: Portal, user: string): Promise<string[]> {
  const events = await portal.admin.realms.findEvents({ realm: portal.realm, user });
  return events
    .filter(({ type }) => type === "LOGIN" || type === "LOGIN_ERROR")
    .map(({ type, error, details }) => [type, error, details?.auth_type].filter(Boolean).join(" "))
    .reverse();
}

for (const { who, more } of [
  { who: "somebody who has moved already", more: { password } },
  { who: "somebody who is told the new identifier first", more: {} },
]) {
  test(`a sign-in of ${who} is on record as one by the old method`, async ({
    legacyPortal: portal,
  }) => {
    const { demo } = portal.schools;
    const username = `recorded${Math.random().toString(36).slice(2, 8)}`;
    const legacy = [{ school: demo, username, password: oldPassword }];
    const { id } = await portal.addPerson({ schools: [demo], legacy, ...more });
    const visitor = await new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
    await visitor.send({ method: "legacy", username, password: "pas celui-là" });
    await visitor.send({ method: "legacy", username, password: oldPassword });
    if (visitor.html.includes('value="later"')) await visitor.send({ method: "later" });
    expect(visitor.url).toContain(`${demo.app.url}/callback?`);
    expect(await recorded(portal, id)).toEqual([
      "LOGIN_ERROR invalid_user_credentials legacy",
      "LOGIN legacy",
    ]);
  });
}

test("a sign-in by the portal is not, also after a refused old one in the same window", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const { id, email } = await portal.addPerson({ schools: [demo], password });
  const visitor = await new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
  await visitor.send({ method: "legacy", username: "nobody", password: "pas celui-là" });
  await visitor.send({ method: "portal" });
  await visitor.send({ username: email, password });
  // What Keycloak writes there by itself.
  expect(await recorded(portal, id)).toEqual(["LOGIN code"]);
});

test("an old name that two accounts have is reported", async ({ legacyPortal: portal }) => {
  const { demo } = portal.schools;
  const username = `twice${Math.random().toString(36).slice(2, 8)}`;
  for (let person = 0; person < 2; person++) {
    const legacy = [{ school: demo, username, password: oldPassword }];
    await portal.addPerson({ schools: [demo], legacy });
  }
  const visitor = await new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
  await visitor.send({ method: "legacy", username, password: oldPassword });
  const events = await portal.admin.realms.findEvents({
    realm: portal.realm,
    type: "LOGIN_ERROR" as never,
  });
  const reported = events.find(({ details }) => details?.username === username);
  expect(reported).toMatchObject({ error: "username_in_use", details: { auth_type: "legacy" } });
});
