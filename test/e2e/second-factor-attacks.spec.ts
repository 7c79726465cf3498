import { linkIn } from "../pages/mails.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { askForReset, openForgotten } from "../support/forgotten-password.ts";
import { isAskedForCode, isIn, visitorOf } from "../support/microsoft-visitor.ts";
import { oneTimeCode, wrongCode } from "../support/one-time-code.ts";
import { type KnownPerson, openPortal, type Portal } from "../support/portal.ts";
import {
  type CarefulPerson,
  carefulParent,
  chooseRecoveryCode,
  countNothing,
  givePassword,
  isAskedForRecoveryCode,
  isSignedIn,
  password,
} from "../support/second-factor-visitor.ts";
import { expect, test as story } from "../support/story.ts";
import { signedInTokens } from "../support/tokens.ts";
import { Visitor } from "../support/visitor.ts";

/*
 * What somebody could try who has a parent's password, or their mailbox, and not their phone. Shown
 * without a browser, whose pages would only be in the way.
 */

const test = story.extend<object, { uncountedPortal: Portal }>({
  uncountedPortal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from here
    async ({}, use) => {
      await using portal = await openPortal();
      await countNothing(portal);
      await use(portal);
    },
    { scope: "worker" },
  ],
});

/** An address of the same sign-in as the page's form. */
function elsewhere(
  { formAddress }: Visitor,
  path: string,
  parameters: Record<string, string> = {},
) {
  const address = new URL(formAddress);
  address.pathname = address.pathname.replace(/\/(login-actions|broker)\/.*$/, `/${path}`);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/** A passkey as Keycloak stores one that nobody can use. */
function passkeyCredential(type: "webauthn" | "webauthn-passwordless") {
  const credentialData = { credentialId: "AA", counter: 0, credentialPublicKey: "AA" };
  return { type, secretData: "{}", credentialData: JSON.stringify(credentialData) };
}

/** What an account can be signed in with, and since when. */
async function credentialsOf(portal: Portal, { id }: { id: string }) {
  const credentials = await portal.admin.users.getCredentials({ id });
  return credentials.map(({ id: one, type, createdDate }) => ({ id: one, type, createdDate }));
}

/** Opens the link of a mail for a new password, in the browser that asked for it. */
async function openResetLink(portal: Portal, person: CarefulPerson): Promise<Visitor> {
  const visitor = await askForReset(portal, person);
  return visitor.open(linkIn(await portal.mailbox.waitForMail(person.email)));
}

test("a code works once", async ({ uncountedPortal: portal }) => {
  const parent = await carefulParent(portal);
  const code = oneTimeCode(parent.secret);
  const own = await givePassword(portal, parent);
  await own.send({ otp: code });
  expect(isIn(own)).toBe(true);

  const overTheShoulder = await givePassword(portal, parent);
  expect(isAskedForCode(overTheShoulder)).toBe(true);
  await overTheShoulder.send({ otp: code });
  expect(isIn(overTheShoulder)).toBe(false);
  expect(isAskedForCode(overTheShoulder)).toBe(true);
});

test("a recovery code works once", async ({ uncountedPortal: portal }) => {
  const parent = await carefulParent(portal);
  const [first = "", second = ""] = parent.recoveryCodes;
  const answered = async (recoveryCodeInput: string) => {
    const visitor = await givePassword(portal, parent);
    await chooseRecoveryCode(visitor);
    expect(isAskedForRecoveryCode(visitor)).toBe(true);
    return isIn(await visitor.send({ recoveryCodeInput }));
  };
  expect(await answered(first)).toBe(true);
  expect(await answered(first)).toBe(false);
  expect(await answered(second), "and the next one still does").toBe(true);
});

test("a code works once, in however many browsers it is sent at the same moment", async ({
  uncountedPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const visitors = await browsersWithPassword(portal, parent);
  const otp = oneTimeCode(parent.secret);
  await Promise.all(visitors.map((visitor) => visitor.send({ otp })));
  expect(visitors.filter(isIn)).toHaveLength(1);
});

test("a recovery code works once, in however many browsers it is sent at the same moment", async ({
  uncountedPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  // After the last one, new ones are made first.
  for (const recoveryCodeInput of parent.recoveryCodes.slice(0, -1)) {
    const visitors = await browsersWithPassword(portal, parent);
    for (const visitor of visitors) await chooseRecoveryCode(visitor);
    await Promise.all(visitors.map((visitor) => visitor.send({ recoveryCodeInput })));
    expect(visitors.filter(isIn)).toHaveLength(1);
    const others = visitors.filter((visitor) => !isIn(visitor));
    expect(others.every(isAskedForRecoveryCode), "the others are asked for another").toBe(true);
  }
});

async function browsersWithPassword(portal: Portal, person: CarefulPerson): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  // One after the other: Keycloak takes two passwords at the same moment for a machine's.
  while (visitors.length < 6) visitors.push(await givePassword(portal, person));
  return visitors;
}

/** Sends wrong codes until the account waits, which it does before so many as are allowed are counted. */
async function guess(
  portal: Portal,
  { id }: KnownPerson,
  visitor: Visitor,
  wrong: Record<string, string>,
): Promise<void> {
  const counted = async () => {
    const status = await portal.admin.attackDetection.findOne({ id });
    return status?.disabled === true ? "stopped" : Number(status?.numFailures ?? 0);
  };
  for (let before = await counted(); before !== "stopped"; before = await counted()) {
    expect(before).toBeLessThan(portal.config.bruteForce.failures);
    await visitor.send(wrong);
    // Keycloak counts after it has answered, and looks at no other code meanwhile.
    await expect.poll(counted).not.toBe(before);
  }
}

test("whoever guesses recovery codes is stopped as well", async ({ portal }) => {
  const parent = await carefulParent(portal);
  const visitor = await chooseRecoveryCode(await givePassword(portal, parent));
  await guess(portal, parent, visitor, { recoveryCodeInput: "PAS-LE-BONXX" });
  await visitor.send({ recoveryCodeInput: parent.recoveryCodes[0] ?? "" });
  expect(isIn(visitor)).toBe(false);
});

test("whoever guesses codes is stopped, and then the right one does not help", async ({
  portal,
}) => {
  const parent = await carefulParent(portal);
  const visitor = await givePassword(portal, parent);
  await guess(portal, parent, visitor, { otp: wrongCode(parent.secret) });
  await visitor.send({ otp: oneTimeCode(parent.secret) });
  expect(isIn(visitor)).toBe(false);
  const again = await givePassword(portal, parent);
  expect(isAskedForCode(again), "nor begins a new sign-in").toBe(false);
  expect(isIn(again)).toBe(false);
});

test("the page for the code is not skipped by opening another step's address", async ({
  uncountedPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const { admin } = portal;
  const flows = await admin.authenticationManagement.getFlows();
  const browser = flows.find(({ alias }) => alias?.startsWith("portal-browser"))?.alias ?? "";
  const executions = await admin.authenticationManagement.getExecutions({ flow: browser });

  const visitor = await givePassword(portal, parent);
  expect(isAskedForCode(visitor)).toBe(true);
  const form = visitor.formAddress;
  const doors = [
    elsewhere(visitor, "login-actions/authenticate"),
    elsewhere(visitor, "login-actions/required-action"),
    elsewhere(visitor, "login-actions/required-action", { execution: "UPDATE_PASSWORD" }),
    elsewhere(visitor, "login-actions/required-action", { execution: "school-membership" }),
    elsewhere(visitor, "login-actions/post-broker-login"),
    elsewhere(visitor, "login-actions/first-broker-login"),
    elsewhere(visitor, "broker/after-post-broker-login"),
    elsewhere(visitor, "broker/after-first-broker-login"),
    ...executions.map(({ id = "" }) =>
      elsewhere(visitor, "login-actions/authenticate", { execution: id }),
    ),
  ];
  for (const address of doors) {
    await visitor.open(address);
    expect(isIn(visitor), address).toBe(false);
    await visitor.open(address, {});
    expect(isIn(visitor), `${address}, sent as a form`).toBe(false);
  }
  await visitor.open(form, { authenticationExecution: executions[0]?.id ?? "" });
  expect(isIn(visitor)).toBe(false);
  expect(await isSignedIn(portal, visitor)).toBe(false);
  expect(await admin.users.listSessions({ id: parent.id })).toEqual([]);
});

test("a link for a new password without the code sets no password and takes nothing away", async ({
  uncountedPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const before = await credentialsOf(portal, parent);
  const visitor = await openResetLink(portal, parent);
  expect(isAskedForCode(visitor)).toBe(true);
  const signInPage = elsewhere(visitor, "login-actions/authenticate");
  const chosen = {
    "password-new": "la phrase du voleur",
    "password-confirm": "la phrase du voleur",
  };
  for (const address of [
    visitor.formAddress,
    elsewhere(visitor, "login-actions/required-action", { execution: "UPDATE_PASSWORD" }),
    elsewhere(visitor, "login-actions/required-action", { execution: "CONFIGURE_TOTP" }),
  ]) {
    await visitor.open(address, { ...chosen, otp: "000000" });
    expect(isIn(visitor)).toBe(false);
    expect(visitor.fields).not.toContain("password-new");
  }
  // Nor by going from there to the sign-in page, which then knows whose it is.
  await visitor.open(signInPage);
  expect(isIn(visitor)).toBe(false);
  expect(await credentialsOf(portal, parent)).toEqual(before);
  expect(await portal.admin.users.listSessions({ id: parent.id })).toEqual([]);
});

test("another way is not asked for before the mail was opened", async ({
  uncountedPortal: portal,
}) => {
  // CVE-2026-18963
  const parent = await carefulParent(portal);
  const before = await credentialsOf(portal, parent);
  const visitor = await openForgotten(portal);
  const form = visitor.formAddress;
  await visitor.send({ username: parent.email, tryAnotherWay: "on" });
  for (const address of [form, visitor.formAddress]) {
    await visitor.open(address, { tryAnotherWay: "on" });
    expect(isAskedForCode(visitor)).toBe(false);
    expect(visitor.fields).not.toContain("password-new");
    await visitor.open(address, { username: parent.email });
    await visitor.open(address, { tryAnotherWay: "on" });
    expect(isAskedForCode(visitor)).toBe(false);
    expect(visitor.fields).not.toContain("password-new");
  }
  expect(await credentialsOf(portal, parent)).toEqual(before);
});

test("a sign-in that somebody else has begun in the parent's browser lets only the parent in", async ({
  uncountedPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const attacker = await visitorOf(portal).open(authorizationUrl(portal, portal.schools.demo));
  const page = attacker.formAddress;
  const victim = visitorOf(portal);
  for (const cookie of ["AUTH_SESSION_ID", "KC_RESTART", "KC_AUTH_SESSION_HASH"]) {
    victim.take(cookie, attacker);
  }
  await victim.open(page, { username: parent.email, password: "une petite phrase facile" });
  expect(isAskedForCode(victim)).toBe(true);
  // Now the attacker has a sign-in in which the password was given.
  const secondStep = victim.formAddress;
  await attacker.open(secondStep, { otp: wrongCode(parent.secret) });
  expect(isIn(attacker)).toBe(false);

  // As whoever presses the browser's own button to load the page again.
  await victim.open(elsewhere(victim, "login-actions/authenticate"));
  expect(isAskedForCode(victim)).toBe(true);
  await victim.send({ otp: oneTimeCode(parent.secret) });
  expect(isIn(victim)).toBe(true);
  for (const address of [page, secondStep]) {
    await attacker.open(address);
    expect(isIn(attacker)).toBe(false);
  }
  expect(await isSignedIn(portal, attacker)).toBe(false);
});

test("a code that is sent from another browser does not complete the sign-in", async ({
  uncountedPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const attacker = await givePassword(portal, parent);
  expect(isAskedForCode(attacker)).toBe(true);
  // A page of the attacker's that sends the parent's own browser to the attacker's sign-in.
  const victim = visitorOf(portal);
  await victim.open(attacker.formAddress, { otp: oneTimeCode(parent.secret) });
  expect(isIn(victim)).toBe(false);
  await attacker.open(attacker.formAddress);
  expect(isIn(attacker)).toBe(false);
  expect(await isSignedIn(portal, attacker)).toBe(false);
});

test("whoever sits at an open session takes no second factor away without a page that asks who it is", async ({
  uncountedPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  await portal.admin.users.update(
    { id: parent.id },
    { credentials: [passkeyCredential("webauthn"), passkeyCredential("webauthn-passwordless")] },
  );
  const account = `${portal.issuer}/account/`;
  const visitor = new Visitor(portal.schools.demo.app.url, account);
  await givePassword(portal, parent, visitor);
  await visitor.send({ otp: oneTimeCode(parent.secret) });
  const tokens = await signedInTokens(portal, "account-console", account, account, parent, visitor);
  const ask = (method: string, path = "") =>
    fetch(`${account}credentials${path}`, {
      method,
      headers: { authorization: `Bearer ${tokens.access_token}`, accept: "application/json" },
    });

  const before = await credentialsOf(portal, parent);
  expect(before.map(({ type }) => type).sort()).toEqual([
    "otp",
    "password",
    "recovery-authn-codes",
    "webauthn",
    "webauthn-passwordless",
  ]);
  for (const { id, type } of before) {
    for (const path of [`/${id}`, `/${type}-id`]) {
      expect((await ask("DELETE", path)).status, `${type} ${path}`).toBe(400);
    }
  }
  expect(await credentialsOf(portal, parent)).toEqual(before);

  const kinds = (await (await ask("GET")).json()) as { type: string; removeable: boolean }[];
  const removable = kinds.filter(({ removeable }) => removeable).map(({ type }) => type);
  expect(removable.sort(), "the account still offers to remove them").toEqual([
    "otp",
    "recovery-authn-codes",
    "webauthn",
    "webauthn-passwordless",
  ]);
});

test("the page that removes a second factor asks for password and code at a session that is not recent", async () => {
  await using portal = await openPortal();
  await countNothing(portal);
  await portal.admin.authenticationManagement.updateRequiredActionConfig(
    { alias: "delete_credential" },
    // Seconds: five minutes, where nothing is said.
    { config: { max_auth_age: "0" } },
  );
  const parent = await carefulParent(portal);
  const visitor = await givePassword(portal, parent);
  await visitor.send({ otp: oneTimeCode(parent.secret) });
  expect(isIn(visitor)).toBe(true);
  const before = await credentialsOf(portal, parent);
  const app = before.find(({ type }) => type === "otp");
  const removal = authorizationUrl(portal, portal.schools.demo, {
    kc_action: `delete_credential:${app?.id}`,
  });

  // Without an answer to it, until the session is a second old.
  await expect.poll(async () => (await visitor.open(removal)).fields).toContain("password");
  await visitor.open(
    elsewhere(visitor, "login-actions/required-action", { execution: "delete_credential" }),
    { accept: "true" },
  );
  expect(await credentialsOf(portal, parent)).toEqual(before);

  await visitor.open(removal);
  await visitor.send({ username: parent.email, password });
  expect(isAskedForCode(visitor)).toBe(true);
  await visitor.send({ otp: oneTimeCode(parent.secret, 1) });
  await visitor.send({ accept: "true" });
  const after = before.filter(({ type }) => type !== "otp");
  expect(await credentialsOf(portal, parent)).toEqual(after);
});
