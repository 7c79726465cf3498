import { linkIn } from "../pages/mails.ts";
import { PasskeyPage, PasskeySetupPage, SecondFactorPage } from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { linkTo } from "../support/microsoft-steps.ts";
import { test as story } from "../support/microsoft-story.ts";
import {
  accountAtMicrosoft,
  comeByMicrosoft,
  isAskedForCode,
  isIn,
  visitorOf,
} from "../support/microsoft-visitor.ts";
import { oneTimeCode, oneTimeCodeCredential, wrongCode } from "../support/one-time-code.ts";
import { openPortal, type Portal, withMicrosoft } from "../support/portal.ts";
import {
  type CarefulPerson,
  carefulParent,
  chooseRecoveryCode,
  countNothing,
  givePassword,
  newSecret,
  password,
} from "../support/second-factor-visitor.ts";
import { expect } from "../support/story.ts";
import { VirtualAuthenticator } from "../support/virtual-authenticator.ts";
import type { Visitor } from "../support/visitor.ts";

/* A device on which a parent wants to be asked for no code for a while, where the portal allows it. */

const test = story.extend<object, { rememberingPortal: Portal }>({
  rememberingPortal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from here
    async ({}, use) => {
      await using portal = await openPortal((config) => ({
        ...withMicrosoft(config),
        secondFactor: { ...config.secondFactor, rememberDeviceDays: 30 },
      }));
      await countNothing(portal);
      await use(portal);
    },
    { scope: "worker" },
  ],
});

/** Signs in and has the device remembered. @returns the device, signed out again */
async function rememberedDevice(portal: Portal, parent: CarefulPerson): Promise<Visitor> {
  const device = await givePassword(portal, parent);
  expect(isAskedForCode(device)).toBe(true);
  await device.send({ otp: oneTimeCode(parent.secret), rememberDevice: "on" });
  expect(isIn(device)).toBe(true);
  return signedOut(device);
}

function signedOut(device: Visitor): Visitor {
  for (const cookie of ["KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION", "AUTH_SESSION_ID"]) {
    device.forget(cookie);
  }
  return device;
}

function deviceCookie({ id }: { id: string }): string {
  return `PORTAL_DEVICE_${id}`;
}

test("a parent ticks the box, and is asked for the password alone from then on", async ({
  page,
  rememberingPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const { demo } = portal.schools;
  const factor = new SecondFactorPage(page);
  const signIn = new SignInPage(page);
  await page.goto(authorizationUrl(portal, demo));
  await signIn.signIn(parent);
  await expect(factor.rememberDevice).not.toBeChecked();
  await factor.answer(wrongCode(parent.secret));
  // Still offered after a slip.
  await factor.rememberDevice.check();
  await factor.answer(oneTimeCode(parent.secret));
  await page.waitForURL(`${demo.app.url}/callback?**`);

  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === deviceCookie(parent))).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    path: `/realms/${portal.realm}/`,
  });
  await page.context().clearCookies({ name: /^(KEYCLOAK|AUTH)_/ });
  await page.goto(authorizationUrl(portal, demo));
  await signIn.signIn(parent);
  await page.waitForURL(`${demo.app.url}/callback?**`);
});

test("the same beside a passkey and a code on paper", async ({
  page,
  rememberingPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({
    schools: [demo],
    password,
    requiredActions: ["webauthn-register"],
  });
  await VirtualAuthenticator.on(page);
  const arrived = () => page.waitForURL(`${demo.app.url}/callback?**`);
  const signIn = async () => {
    await page.context().clearCookies({ name: /^(KEYCLOAK|AUTH)_/ });
    await page.goto(authorizationUrl(portal, demo));
    await new SignInPage(page).signIn(parent);
  };
  await signIn();
  await new PasskeySetupPage(page).make("Mon téléphone");
  await arrived();
  await signIn();
  const passkey = new PasskeyPage(page);
  await passkey.rememberDevice.check();
  await passkey.submit.click();
  await arrived();
  await signIn();
  await arrived();

  const other = await carefulParent(portal);
  const device = await chooseRecoveryCode(await givePassword(portal, other));
  const [recoveryCodeInput = ""] = other.recoveryCodes;
  await device.send({ recoveryCodeInput, rememberDevice: "on" });
  expect(isIn(device)).toBe(true);
  expect(isIn(await givePassword(portal, other, signedOut(device)))).toBe(true);
});

test("a device that nobody had remembered asks each time", async ({
  rememberingPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const device = await givePassword(portal, parent);
  await device.send({ otp: oneTimeCode(parent.secret) });
  expect(isIn(device)).toBe(true);
  expect(isAskedForCode(await givePassword(portal, parent, signedOut(device)))).toBe(true);
});

test("another device asks, and a new password is not chosen without the code on this one either", async ({
  rememberingPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const device = await rememberedDevice(portal, parent);
  expect(isAskedForCode(await givePassword(portal, parent))).toBe(true);

  await device.open(authorizationUrl(portal, portal.schools.demo));
  await device.follow(/href="([^"]*reset-credentials[^"]*)"/);
  await device.send({ username: parent.email });
  await device.open(linkIn(await portal.mailbox.waitForMail(parent.email)));
  expect(isAskedForCode(device)).toBe(true);
  // What is posted there beside the code has nobody's device remembered.
  expect(device.html).not.toMatch(/rememberDevice"?: ?30/);
});

test("whoever sits at it cannot take the second factor away, nor add one, nor come to the account, without it", async ({
  rememberingPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const device = await rememberedDevice(portal, parent);
  const { demo } = portal.schools;
  const credentials = await portal.admin.users.getCredentials({ id: parent.id });
  const otp = credentials.find(({ type }) => type === "otp");
  const account = { clientId: "account-console", app: { url: `${portal.issuer}/account` } };
  for (const door of [
    authorizationUrl(portal, demo, { kc_action: `delete_credential:${otp?.id}` }),
    authorizationUrl(portal, demo, { kc_action: "CONFIGURE_TOTP" }),
    authorizationUrl(portal, demo, { kc_action: "webauthn-register-passwordless" }),
    authorizationUrl(portal, account, { redirect_uri: `${portal.issuer}/account/` }),
  ]) {
    await givePassword(portal, parent, signedOut(device));
    expect(isIn(device), "at the school").toBe(true);
    await device.open(door);
    expect(device.fields, `${door} asks anew`).toContain("password");
    await device.send({ username: parent.email, password });
    expect(isAskedForCode(device), door).toBe(true);
  }
  const silent = { redirect_uri: `${portal.issuer}/account/`, prompt: "none" };
  await givePassword(portal, parent, signedOut(device));
  await device.open(authorizationUrl(portal, account, silent));
  expect(new URL(device.url).searchParams.has("code"), "nor does it without a page").toBe(false);
  expect(await portal.admin.users.getCredentials({ id: parent.id })).toHaveLength(3);
});

test("nor set up at it what Keycloak asks of the person, such as new recovery codes for used ones", async ({
  rememberingPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await carefulParent(portal);
  const device = await rememberedDevice(portal, parent);
  await givePassword(portal, parent, device);
  expect(isIn(device)).toBe(true);
  await portal.admin.users.update(
    { id: parent.id },
    { requiredActions: ["CONFIGURE_RECOVERY_AUTHN_CODES"] },
  );

  await device.open(authorizationUrl(portal, demo));
  expect(device.fields, "its session is not enough").toContain("password");
  await device.send({ username: parent.email, password });
  expect(isAskedForCode(device), "nor is the password").toBe(true);
});

test("it is asked for again with another password, and with one second factor more or less", async ({
  rememberingPortal: portal,
}) => {
  const { users } = portal.admin;
  const changes: ((person: CarefulPerson) => Promise<unknown>)[] = [
    ({ id }) => users.resetPassword({ id, credential: { type: "password", value: password } }),
    async ({ id }) => {
      const credentials = [{ ...oneTimeCodeCredential(newSecret()), userLabel: "Tablette" }];
      await users.update({ id }, { ...(await users.findOne({ id })), credentials });
    },
    async ({ id }) => {
      const codes = (await users.getCredentials({ id })).find(
        ({ type }) => type === "recovery-authn-codes",
      );
      await users.deleteCredential({ id, credentialId: codes?.id ?? "" });
    },
    ({ id }) => users.logout({ id }),
  ];
  for (const change of changes) {
    const parent = await carefulParent(portal);
    const device = await rememberedDevice(portal, parent);
    // Keycloak counts in seconds: what happens in the same one came before.
    await change(parent);
    expect(isAskedForCode(await givePassword(portal, parent, device)), change.toString()).toBe(
      true,
    );
  }
});

test("a shorter time counts at once, also for devices that were remembered before", async ({
  rememberingPortal: portal,
}) => {
  const { authenticationManagement } = portal.admin;
  const executions = await authenticationManagement.getExecutions({ flow: "portal-browser" });
  const condition = executions.find(({ providerId }) => providerId === "condition-device-unknown");
  const id = condition?.authenticationConfig ?? "";
  const { alias, config } = await authenticationManagement.getConfig({ id });
  const parent = await carefulParent(portal);
  const device = await rememberedDevice(portal, parent);
  // No portal has none; it is what the days come to when they are over.
  await authenticationManagement.updateConfig({ id, alias, config: { ...config, days: "0" } });
  try {
    expect(isAskedForCode(await givePassword(portal, parent, device))).toBe(true);
  } finally {
    await authenticationManagement.updateConfig({ id, alias, config });
  }
  expect(isIn(await givePassword(portal, parent, signedOut(device)))).toBe(true);
});

test("after Microsoft too it is asked for once", async ({ rememberingPortal: portal }) => {
  const { demo } = portal.schools;
  const parent = await carefulParent(portal);
  const account = await accountAtMicrosoft({ mail: parent.email });
  await linkTo(portal, parent, account);
  const device = await comeByMicrosoft(portal, demo, account);
  await device.send({ otp: oneTimeCode(parent.secret), rememberDevice: "on" });
  expect(isIn(device)).toBe(true);
  expect(isIn(await comeByMicrosoft(portal, demo, account, signedOut(device)))).toBe(true);
  expect(isAskedForCode(await comeByMicrosoft(portal, demo, account))).toBe(true);
});

test("a stolen cookie of a remembered device does nothing for another person", async ({
  rememberingPortal: portal,
}) => {
  const [own, victim] = [await carefulParent(portal), await carefulParent(portal)];
  const thief = await rememberedDevice(portal, own);
  const cookie = thief.cookie(deviceCookie(own));
  expect(cookie).toBeTruthy();
  thief.give(deviceCookie(victim), cookie, `/realms/${portal.realm}/`);
  expect(isAskedForCode(await givePassword(portal, victim, thief))).toBe(true);

  const [header, payload = "", signature] = cookie.split(".");
  const said = JSON.parse(Buffer.from(payload, "base64url").toString());
  const altered = Buffer.from(JSON.stringify({ ...said, sub: victim.id })).toString("base64url");
  for (const forged of [
    [header, altered, signature].join("."),
    [Buffer.from('{"alg":"none"}').toString("base64url"), altered, ""].join("."),
    "nonsense",
  ]) {
    const forger = visitorOf(portal);
    forger.give(deviceCookie(victim), forged, `/realms/${portal.realm}/`);
    expect(isAskedForCode(await givePassword(portal, victim, forger)), forged).toBe(true);
  }
});

test("what is posted beside a password alone has no device remembered", async ({
  rememberingPortal: portal,
}) => {
  const parent = await carefulParent(portal);
  const device = await rememberedDevice(portal, parent);
  const before = device.cookie(deviceCookie(parent));
  await device.open(authorizationUrl(portal, portal.schools.demo));
  await device.send({ username: parent.email, password, rememberDevice: "on" });
  expect(isIn(device), "it is remembered").toBe(true);
  expect(device.cookie(deviceCookie(parent)), "and for no longer than before").toBe(before);
});
