import type { Page } from "@playwright/test";
import { screenMessages } from "../../src/login/messages/index.ts";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { linkIn } from "../pages/mails.ts";
import {
  AuthenticatorSetupPage,
  OtherWaysPage,
  RecoveryCodesSetupPage,
  SecondFactorPage,
} from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { linkTo } from "../support/microsoft-steps.ts";
import {
  accountAtMicrosoft,
  askForLink,
  comeByMicrosoft,
  isAskedForCode,
  isIn,
  linkMailedTo,
} from "../support/microsoft-visitor.ts";
import { oneTimeCode } from "../support/one-time-code.ts";
import {
  type KnownPerson,
  openPortal,
  type Person,
  type Portal,
  withMicrosoft,
} from "../support/portal.ts";
import {
  carefulParent,
  countNothing,
  givePassword,
  password,
} from "../support/second-factor-visitor.ts";
import { expect, test } from "../support/story.ts";

/*
 * Double authentication as a parent meets it: switching it on, signing in with it, losing the phone,
 * switching it off. After the old method and after Microsoft it is told with those.
 */

/** Asks for something to be set up, as the account console does. */
async function ask(page: Page, portal: Portal, action: string): Promise<void> {
  await page.goto(authorizationUrl(portal, portal.schools.demo, { kc_action: action }));
}

/** Signs in as on another day. */
async function signIn(page: Page, portal: Portal, parent: Person): Promise<void> {
  await page.context().clearCookies();
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await new SignInPage(page).signIn(parent);
}

async function arrived(page: Page, portal: Portal): Promise<void> {
  await page.waitForURL(`${portal.schools.demo.app.url}/callback?**`);
}

async function credentialsOf(portal: Portal, { id }: KnownPerson) {
  const credentials = await portal.admin.users.getCredentials({ id });
  return credentials.filter(({ type }) => type !== "password");
}

test("a parent switches it on, keeps codes on paper, adds a tablet, and switches it off again", async ({
  page,
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
  const setup = new AuthenticatorSetupPage(page);
  const factor = new SecondFactorPage(page);
  await signIn(page, portal, parent);
  await arrived(page, portal);

  await ask(page, portal, "CONFIGURE_TOTP");
  const phone = await setup.secret();
  await setup.confirm(oneTimeCode(phone), "Téléphone");
  // Right after it, and once.
  const codes = new RecoveryCodesSetupPage(page);
  expect(await codes.codes()).toHaveLength(12);
  await codes.confirm();
  await arrived(page, portal);

  await ask(page, portal, "CONFIGURE_TOTP");
  const tablet = await setup.secret();
  await setup.confirm(oneTimeCode(tablet), "Tablette");
  await arrived(page, portal);
  const set = await credentialsOf(portal, parent);
  // Keycloak asks for the first of them.
  expect(set.map(({ type, userLabel }) => (type === "otp" ? userLabel : type))).toEqual([
    "Téléphone",
    "Tablette",
    "recovery-authn-codes",
  ]);

  await signIn(page, portal, parent);
  await factor.device("Tablette").check();
  await factor.answer(oneTimeCode(tablet, 1));
  await arrived(page, portal);

  for (const left of ["Tablette", ""]) {
    const [first] = await credentialsOf(portal, parent);
    await ask(page, portal, `delete_credential:${first?.id}`);
    await page.getByRole("button", { name: screenMessages.fr.doConfirmDelete }).click();
    await arrived(page, portal);
    const elsewhere = await givePassword(portal, parent);
    expect(isAskedForCode(elsewhere), "for a code, and for none on paper").toBe(left !== "");
  }
  await signIn(page, portal, parent);
  // The codes on paper that are left do not keep it on.
  await arrived(page, portal);
});

test("a parent without the phone comes in by codes on paper, and chooses a new password by one", async ({
  page,
  portal,
}) => {
  const parent = await carefulParent(portal);
  const [first = "", second = ""] = parent.recoveryCodes;
  const factor = new SecondFactorPage(page);
  await signIn(page, portal, parent);
  await factor.anotherWay.click();
  await new OtherWaysPage(page).recoveryCode.click();
  await factor.answerByRecoveryCode(first);
  await arrived(page, portal);

  await page.context().clearCookies();
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await new SignInPage(page).forgotPassword();
  await new ForgottenPasswordPage(page).askForMail(parent.email);
  await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email)));
  // The mailbox alone is not enough.
  await expect(factor.code).toBeVisible();
  await factor.anotherWay.click();
  await new OtherWaysPage(page).recoveryCode.click();
  await factor.answerByRecoveryCode(second);
  await new UpdatePasswordPage(page).choose("une autre petite phrase");
  await arrived(page, portal);
  const left = await credentialsOf(portal, parent);
  expect(left.map(({ type }) => type)).toEqual(["otp", "recovery-authn-codes"]);
});

test("it is asked for with the keyboard alone", async ({ page, portal }) => {
  const parent = await carefulParent(portal);
  const factor = new SecondFactorPage(page);
  await signIn(page, portal, parent);
  await expect(factor.code).toBeFocused();
  await expect(factor.code).toHaveAttribute("autocomplete", "one-time-code");
  await expect(factor.code).toHaveAttribute("inputmode", "numeric");
  await page.keyboard.type(oneTimeCode(parent.secret));
  await page.keyboard.press("Enter");
  await arrived(page, portal);
});

test("where the portal says so, it is not asked for after Microsoft, and still before an account there is linked", async () => {
  await using portal = await openPortal((config) => ({
    ...withMicrosoft(config),
    secondFactor: { ...config.secondFactor, afterMicrosoft: false },
  }));
  await countNothing(portal);
  const { demo } = portal.schools;
  const [linked, other] = [await carefulParent(portal), await carefulParent(portal)];
  const account = await accountAtMicrosoft({ mail: linked.email });
  await linkTo(portal, linked, account);
  expect(isIn(await comeByMicrosoft(portal, demo, account))).toBe(true);
  expect(isAskedForCode(await givePassword(portal, linked))).toBe(true);

  const visitor = await askForLink(portal, demo, await accountAtMicrosoft({ mail: other.email }));
  await visitor.open(await linkMailedTo(portal, other));
  expect(isAskedForCode(visitor)).toBe(true);
});
