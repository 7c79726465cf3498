import { linkIn } from "../pages/mails.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { invite } from "../support/invitation.ts";
import { isAskedForCode, isIn, visitorOf } from "../support/microsoft-visitor.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { KnownPerson, Portal, School } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";
import type { Visitor } from "../support/visitor.ts";

/*
 * What somebody could try with an invitation: an old one, another person's, one that was changed on
 * its way. Shown without a browser.
 */

const password = "une petite phrase facile";
const secret = "JBSWY3DPEHPK3PXP";

/** Opens an invitation, up to the page that takes the password. */
async function openUpToPassword(portal: Portal, link: string): Promise<Visitor> {
  const visitor = await visitorOf(portal).open(link);
  await visitor.follow(/href="([^"]*\/action-token[^"]*)"/);
  expect(visitor.fields).toContain("password-new");
  return visitor;
}

function choose(visitor: Visitor, chosen: string): Promise<Visitor> {
  return visitor.send({
    "password-new": chosen,
    "password-confirm": chosen,
    "logout-sessions": "on",
  });
}

async function signIn(
  portal: Portal,
  school: School,
  { email }: KnownPerson,
  typed: string,
  visitor = visitorOf(portal),
): Promise<Visitor> {
  await visitor.open(authorizationUrl(portal, school));
  return visitor.send({ username: email, password: typed });
}

/** Whether a browser is signed in, without being asked anything. */
async function isSignedIn(portal: Portal, school: School, visitor: Visitor): Promise<boolean> {
  await visitor.open(authorizationUrl(portal, school, { prompt: "none" }));
  const answer = new URL(visitor.url).searchParams;
  expect(answer.has("code") || answer.get("error") === "login_required").toBe(true);
  return answer.has("code");
}

test("whoever has set up a second factor meanwhile gives it before a new password", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const link = linkIn(await invite(portal, demo, parent));
  const user = await portal.admin.users.findOne({ id: parent.id });
  const credentials = [oneTimeCodeCredential(secret)];
  await portal.admin.users.update({ id: parent.id }, { ...user, credentials });

  const visitor = await visitorOf(portal).open(link);
  await visitor.open(addressToProceed(visitor).href);
  expect(visitor.fields, "the sign-in page").toContain("username");
  expect(visitor.html).not.toContain(parent.email);
  expect(await isSignedIn(portal, demo, visitor)).toBe(false);
  await signIn(portal, demo, parent, password, visitor);
  expect(isAskedForCode(visitor)).toBe(true);
  await visitor.send({ otp: oneTimeCode(secret) });
  expect(isIn(visitor)).toBe(true);
});

test("a second factor that was set up while the page for the password was open counts too", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const visitor = await openUpToPassword(portal, linkIn(await invite(portal, demo, parent)));
  const user = await portal.admin.users.findOne({ id: parent.id });
  const credentials = [oneTimeCodeCredential(secret)];
  await portal.admin.users.update({ id: parent.id }, { ...user, credentials });
  await choose(visitor, "la phrase de quelqu'un d'autre");
  expect(await isSignedIn(portal, demo, visitor)).toBe(false);
  await signIn(portal, demo, parent, "la phrase de quelqu'un d'autre", visitor);
  if (isAskedForCode(visitor)) await visitor.send({ otp: "000000" });
  expect(isIn(visitor)).toBe(false);
  const kept = await portal.admin.users.getCredentials({ id: parent.id });
  expect(kept.map(({ type }) => type)).toContain("otp");
});

/** The address behind the button of an invitation's first page; what is in it belongs to its browser. */
function addressToProceed(visitor: Visitor): URL {
  const [, path = ""] = /href="([^"]*\/action-token[^"]*)"/.exec(visitor.html) ?? [];
  return new URL(path.replaceAll("&amp;", "&"), visitor.url);
}

test("an invitation does not go on in a sign-in that somebody has begun beside it, as Keycloak lets it", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const invited = await visitorOf(portal).open(linkIn(await invite(portal, demo, parent)));
  const address = addressToProceed(invited);
  // Keycloak goes on with a copy of this sign-in, and takes the first one for the copy's origin.
  const other = await visitorOf(portal).open(authorizationUrl(portal, demo));
  await other.follow(/href="([^"]*\/reset-credentials[^"]*)"/);
  await other.send({ username: "nobody@example.org" });
  const tab = new URL(other.formAddress).searchParams.get("tab_id") ?? "";
  address.searchParams.set("tab_id", tab);
  await other.open(address.href);
  if (other.fields.includes("password-new")) await choose(other, password);
  expect(isIn(other)).toBe(false);
  expect(await isSignedIn(portal, demo, other)).toBe(false);
  expect(await portal.admin.users.getCredentials({ id: parent.id })).toEqual([]);
});

test("an invitation does not go on in its own sign-in once that was started over", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const visitor = await visitorOf(portal).open(linkIn(await invite(portal, demo, parent)));
  const address = addressToProceed(visitor);
  const restart = new URL(address);
  restart.pathname = restart.pathname.replace(/[^/]+$/, "restart");
  restart.searchParams.delete("key");
  await visitor.open(restart.href);
  await visitor.open(address.href);
  if (visitor.fields.includes("password-new")) await choose(visitor, password);
  expect(isIn(visitor)).toBe(false);
  expect(await isSignedIn(portal, demo, visitor)).toBe(false);
  expect(await portal.admin.users.getCredentials({ id: parent.id })).toEqual([]);
});

test("from the page that takes the password nothing leads past it into the school", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = linkIn(await invite(portal, demo, parent));
  const tries: [path: string, changes: Record<string, string>, form?: Record<string, string>][] = [
    ["authenticate", {}],
    ["authenticate", {}, { tryAnotherWay: "on" }],
    ["authenticate", { execution: "school-membership" }, { method: "other-account" }],
    ["reset-credentials", {}],
    ["reset-credentials", {}, { tryAnotherWay: "on" }],
    ["required-action", { execution: "school-membership" }],
    ["required-action", { execution: "school-membership" }, {}],
    ["required-action", { execution: "linked-sign-in" }, {}],
    ["required-action", {}, { "cancel-aia": "true" }],
    ["restart", {}],
  ];
  for (const [path, changes, form] of tries) {
    const visitor = await openUpToPassword(portal, link);
    const address = new URL(visitor.formAddress);
    address.pathname = address.pathname.replace(/[^/]+$/, path);
    for (const [name, value] of Object.entries(changes)) address.searchParams.set(name, value);
    await visitor.open(address.href, form);
    const name = `${path} ${JSON.stringify({ changes, form })}`;
    expect(isIn(visitor), name).toBe(false);
    expect(await isSignedIn(portal, demo, visitor), name).toBe(false);
  }
  expect(await portal.admin.users.getCredentials({ id: parent.id })).toEqual([]);
});

test("a page that was left open sets no password after the invitation was used", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = linkIn(await invite(portal, demo, parent));
  const leftOpen = await openUpToPassword(portal, link);
  await choose(await openUpToPassword(portal, link), password);
  await choose(leftOpen, "la phrase de quelqu'un d'autre");
  expect(leftOpen.html).toContain("Ce lien a expiré.");

  const visitor = await signIn(portal, demo, parent, "la phrase de quelqu'un d'autre");
  expect(isIn(visitor)).toBe(false);
  expect(isIn(await signIn(portal, demo, parent, password))).toBe(true);
});

test("whoever has come in meanwhile sets a new password by it, as by « Mot de passe oublié ? »", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password: "la phrase d'avant" });
  const elsewhere = await signIn(portal, demo, parent, "la phrase d'avant");
  const visitor = await openUpToPassword(portal, linkIn(await invite(portal, demo, parent)));
  await choose(visitor, password);
  expect(isIn(await signIn(portal, demo, parent, password))).toBe(true);
  expect(await isSignedIn(portal, demo, elsewhere), "other devices are signed out").toBe(false);
});

test("an invitation leads to the application it was sent for, whatever is written behind it", async ({
  portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo, saintExupery] });
  const link = new URL(linkIn(await invite(portal, demo, parent)));
  const evil = "https://evil.example/";
  for (const [name, value] of [
    ["client_id", saintExupery.clientId],
    ["redirect_uri", evil],
    ["client_data", Buffer.from(JSON.stringify({ ru: evil, rt: "code" })).toString("base64url")],
  ] as const) {
    link.searchParams.set(name, value);
  }
  const visitor = await openUpToPassword(portal, link.href);
  expect(visitor.html).not.toContain("evil.example");
  await choose(visitor, password);
  expect(visitor.html).toContain(`href="${demo.app.url}/"`);
  expect(visitor.html).not.toContain("evil.example");
  expect(visitor.html).not.toContain(saintExupery.app.url);
});

test("an invitation that was changed, or is of an account that has changed, opens nothing", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = new URL(linkIn(await invite(portal, demo, parent)));
  const [head = "", payload = "", signature = ""] = (link.searchParams.get("key") ?? "").split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
  expect(claims).not.toHaveProperty("reduri");
  const isRefused = async (address: string) => {
    const visitor = await visitorOf(portal).open(address);
    return visitor.html.includes("error.ftl") && !visitor.html.includes("/action-token");
  };
  for (const change of [{ azp: "account-console" }, { rqac: [] }, { exp: 4_000_000_000 }]) {
    const forged = Buffer.from(JSON.stringify({ ...claims, ...change })).toString("base64url");
    const address = new URL(link);
    address.searchParams.set("key", [head, forged, signature].join("."));
    expect(await isRefused(address.href), JSON.stringify(change)).toBe(true);
  }

  const account = await portal.admin.users.findOne({ id: parent.id });
  for (const change of [{ enabled: false }, { email: `x.${parent.email}` }]) {
    await portal.admin.users.update({ id: parent.id }, { ...account, ...change });
    expect(await isRefused(link.href), JSON.stringify(change)).toBe(true);
  }
  await portal.admin.users.update({ id: parent.id }, { ...account });
  await openUpToPassword(portal, link.href);
});

test("in a browser where somebody else is signed in, an invitation says so and nothing more", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const [parent, other] = [
    await portal.addPerson({ schools: [demo] }),
    await portal.addPerson({ schools: [demo], password }),
  ];
  const visitor = await signIn(portal, demo, other, password);
  expect(isIn(visitor)).toBe(true);
  await visitor.open(linkIn(await invite(portal, demo, parent)));
  expect(visitor.html).toContain("déjà connecté avec un autre compte");
  expect(visitor.html).not.toContain(parent.email);
  expect(await isSignedIn(portal, demo, visitor), "and stays who they are").toBe(true);
});

test("whom the school no longer knows comes to no application by it", async ({ portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const link = linkIn(await invite(portal, demo, parent));
  const [group] = await portal.admin.users.listGroups({ id: parent.id });
  await portal.admin.users.delFromGroup({ id: parent.id, groupId: group?.id ?? "" });
  const visitor = await openUpToPassword(portal, link);
  await choose(visitor, password);
  expect(visitor.html).toContain("school-unknown.ftl");
  expect(await isSignedIn(portal, demo, visitor)).toBe(false);
});
