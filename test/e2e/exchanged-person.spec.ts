import type { MicrosoftPerson } from "../../scripts/demo/microsoft/people.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { parentWithOldName } from "../support/legacy-account.ts";
import { linkTo } from "../support/microsoft-steps.ts";
import { expect, test } from "../support/microsoft-story.ts";
import {
  accountAtMicrosoft,
  answerOf,
  confirmLink,
  isAskedForCode,
  isIn,
  linkMailedTo,
  linksOf,
  visitorOf,
} from "../support/microsoft-visitor.ts";
import { oneTimeCodeCredential } from "../support/one-time-code.ts";
import { type KnownPerson, openLegacyPortal, type Portal } from "../support/portal.ts";
import { sharedServers } from "../support/servers.ts";
import { Visitor } from "../support/visitor.ts";

/*
 * A parent who is in the middle of a sign-in with an account of their own, and puts somebody else in
 * their own place. Keycloak lets one go from any of its pages to the form of a forgotten password
 * and back, and that form sets the person before anything is proven.
 */

/** Another address of the sign-in that a page belongs to, e.g. `login-actions/authenticate`. */
function elsewhere(page: string, path: string, code?: string): string {
  const address = new URL(page);
  address.pathname = address.pathname.replace(/(login-actions|broker)\/.*$/, path);
  for (const name of ["session_code", "execution"]) address.searchParams.delete(name);
  if (code !== undefined) address.searchParams.set("session_code", code);
  return address.href;
}

/** The code that the form of a page is sent with. */
function codeOf({ formAddress }: Visitor): string {
  return new URL(formAddress).searchParams.get("session_code") ?? "";
}

/** A portal with a school whose old method is open, and the Microsoft button. */
function openPortalOfBoth(): Promise<Portal> {
  const { client } = sharedServers().microsoft;
  return openLegacyPortal((config) => ({ ...config, microsoft: { tenant: "common", ...client } }));
}

/** Links a new account at Microsoft to somebody's. */
async function linkedAccountOf(portal: Portal, person: KnownPerson): Promise<MicrosoftPerson> {
  const account = await accountAtMicrosoft({ mail: person.email });
  await linkTo(portal, person, account);
  return account;
}

/** Signs in by the old method in a browser of its own, whose session the landing page goes by. */
async function oldSessionOf(
  portal: Portal,
  legacy: { username: string; password: string },
): Promise<Visitor> {
  const visitor = await visitorOf(portal).open(authorizationUrl(portal, portal.schools.demo));
  await visitor.send({ method: "legacy", ...legacy });
  if (!isIn(visitor)) await visitor.send({ method: "later" });
  expect(isIn(visitor)).toBe(true);
  return visitor;
}

/**
 * Takes oneself out of a sign-in, and puts somebody else into it: the landing page, which one's old
 * session leads back to, takes the fields of the portal's form too, and a name that nobody has
 * leaves the sign-in without a person.
 */
async function exchange(visitor: Visitor, page: string, old: Visitor, victim: KnownPerson) {
  visitor.take("KEYCLOAK_IDENTITY", old);
  await visitor.open(elsewhere(page, "login-actions/authenticate"));
  await visitor.send({ username: "nobody", password: "x" });
  visitor.forget("KEYCLOAK_IDENTITY");
  await visitor.open(elsewhere(page, "login-actions/reset-credentials"));
  await visitor.send({ username: victim.email });
}

test("nobody's account is linked but that of the person whose mailbox said yes", async () => {
  await using portal = await openPortalOfBoth();
  const { demo } = portal.schools;
  const attacker = await parentWithOldName(portal);
  const victim = await portal.addPerson({ schools: [demo] });
  const own = await accountAtMicrosoft({ mail: attacker.email });
  const old = await oldSessionOf(portal, attacker.legacy);

  const visitor = await visitorOf(portal).open(authorizationUrl(portal, demo, { prompt: "login" }));
  const page = visitor.formAddress;
  await visitor.open(elsewhere(page, "broker/microsoft/login", codeOf(visitor)));
  await visitor.open(await answerOf(visitor.url, own));
  await visitor.send({ submitAction: "linkAccount" });
  const phone = await visitorOf(portal).open(await linkMailedTo(portal, attacker));
  await confirmLink(phone);
  // All is proven; stops where the link is made.
  let next = await visitor.openWithoutFollowing(visitor.formAddress, { method: "continue" });
  while (next !== null && !next.includes("after-first-broker-login")) {
    next = await visitor.openWithoutFollowing(next);
  }
  expect(next).toContain("after-first-broker-login");

  await exchange(visitor, page, old, victim);
  await visitor.open(elsewhere(page, "login-actions/authenticate"));
  await visitor.open(elsewhere(page, "broker/after-first-broker-login", codeOf(visitor)));
  expect(await linksOf(portal, victim)).toEqual([]);
  expect(isIn(visitor)).toBe(false);
});

test("an account at Microsoft lets nobody in but its own person", async () => {
  await using portal = await openPortalOfBoth();
  const { demo } = portal.schools;
  const attacker = await parentWithOldName(portal);
  const victim = await portal.addPerson({ schools: [demo] });
  const own = await linkedAccountOf(portal, attacker);
  await linkedAccountOf(portal, victim);
  const old = await oldSessionOf(portal, attacker.legacy);

  const visitor = await visitorOf(portal).open(authorizationUrl(portal, demo, { prompt: "login" }));
  const page = visitor.formAddress;
  await visitor.open(elsewhere(page, "broker/microsoft/login", codeOf(visitor)));
  // Comes back, and stops before the second factor is asked for.
  const led = await visitor.openWithoutFollowing(await answerOf(visitor.url, own));
  expect(led).toContain("/login-actions/post-broker-login");

  await exchange(visitor, page, old, victim);
  await visitor.open(elsewhere(page, "login-actions/post-broker-login"));
  expect(isIn(visitor)).toBe(false);
  expect(await portal.admin.users.listSessions({ id: victim.id })).toEqual([]);
});

for (const answer of ["links", "refuses"] as const) {
  test(`a password without its second factor opens nothing through one's own wish to link, if Microsoft ${answer}`, async ({
    microsoftPortal: portal,
  }) => {
    const { demo } = portal.schools;
    const password = "une petite phrase facile";
    const attacker = await portal.addPerson({ schools: [demo] });
    const credentials = [oneTimeCodeCredential("JBSWY3DPEHPK3PXP")];
    const victim = await portal.addPerson({ schools: [demo], password, credentials });
    const account = `${portal.issuer}/account/`;
    const visitor = new Visitor(account, "https://login.microsoftonline.com/");
    const client = { clientId: "account-console", app: { url: account } };
    const wish = { redirect_uri: account, kc_action: "idp_link:microsoft" };
    await visitor.open(authorizationUrl(portal, client, wish));
    const page = visitor.formAddress;

    // Their own mailbox signs them in, after which the sign-in form is still there.
    await visitor.open(elsewhere(page, "login-actions/reset-credentials"));
    await visitor.send({ username: attacker.email });
    await visitor.open(await linkMailedTo(portal, attacker));
    const chosen = "encore une petite phrase";
    await visitor.send({ "password-new": chosen, "password-confirm": chosen });
    await visitor.send({});
    const door = visitor.url;
    expect(door).toContain("https://login.microsoftonline.com/");
    await visitor.open(elsewhere(page, "login-actions/authenticate"));
    await visitor.send({ username: victim.email, password });
    expect(isAskedForCode(visitor)).toBe(true);

    const back = new URL(await answerOf(door, await accountAtMicrosoft({})));
    const state = (back.searchParams.get("state") ?? "").split(".");
    back.searchParams.set("state", [codeOf(visitor), ...state.slice(1)].join("."));
    if (answer === "refuses") {
      back.searchParams.delete("code");
      back.searchParams.set("error", "access_denied");
    }
    await visitor.open(back.href);
    expect(await linksOf(portal, victim)).toEqual([]);
    expect(visitor.html).not.toContain("link-idp-action.ftl");
    if (visitor.html.includes("loginAction")) await visitor.send({ "cancel-aia": "true" });
    expect(await portal.admin.users.listSessions({ id: victim.id })).toEqual([]);
  });
}
