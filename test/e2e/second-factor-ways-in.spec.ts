import type { Page } from "@playwright/test";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { LandingPage } from "../pages/landing-page.ts";
import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import {
  OtherWaysPage,
  PasskeyPage,
  PasskeySetupPage,
  SecondFactorPage,
} from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { parentWithOldName } from "../support/legacy-account.ts";
import { comeByMicrosoft, linkTo, openForm } from "../support/microsoft-steps.ts";
import { addMicrosoftAccount, expect, test } from "../support/microsoft-story.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { Portal } from "../support/portal.ts";
import { recoveryCodesCredential } from "../support/recovery-codes.ts";
import { newSecret, password } from "../support/second-factor-visitor.ts";
import { VirtualAuthenticator } from "../support/virtual-authenticator.ts";

/* Whichever way somebody comes in, and whichever second factor is at hand. */

/** Makes a parent with every way in and every second factor; the page's browser has the passkey. */
async function parentWithEverything(page: Page, portal: Portal) {
  const { demo } = portal.schools;
  await VirtualAuthenticator.on(page);
  const parent = await parentWithOldName(portal, {
    password,
    requiredActions: ["webauthn-register"],
  });
  await new SchoolPage(page, demo).askToSignIn();
  await openForm(page);
  await new SignInPage(page).signIn(parent);
  await new PasskeySetupPage(page).make("Mon téléphone");
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();

  const secret = newSecret();
  const recoveryCodes = ["PREMIERCODEX", "DEUXIEMECODE"];
  const user = await portal.admin.users.findOne({ id: parent.id });
  const credentials = [oneTimeCodeCredential(secret), recoveryCodesCredential(recoveryCodes)];
  await portal.admin.users.update({ id: parent.id }, { ...user, credentials });
  const account = await addMicrosoftAccount(parent.email);
  await linkTo(portal, parent, account);
  return { ...parent, secret, recoveryCodes, account };
}

type Parent = Awaited<ReturnType<typeof parentWithEverything>>;

/** A way as far as the second factor, and what is left to do after it. */
interface WayIn {
  readonly name: string;
  readonly come: (page: Page, portal: Portal, parent: Parent) => Promise<void>;
  readonly goOn?: (page: Page) => Promise<void>;
}

const waysIn: readonly WayIn[] = [
  {
    name: "the password",
    come: async (page, portal, parent) => {
      await new SchoolPage(page, portal.schools.demo).askToSignIn();
      await openForm(page);
      await new SignInPage(page).signIn(parent);
    },
  },
  {
    name: "the old method",
    come: async (page, portal, parent) => {
      await new SchoolPage(page, portal.schools.demo).askToSignIn();
      await new LandingPage(page).signIn(parent.legacy);
    },
  },
  {
    name: "Microsoft",
    come: (page, portal, parent) => comeByMicrosoft(page, portal.schools.demo, parent.account),
  },
  {
    name: "a forgotten password",
    come: async (page, portal, parent) => {
      const { length: after } = await portal.mailbox.mailsTo(parent.email);
      await new SchoolPage(page, portal.schools.demo).askToSignIn();
      await openForm(page);
      await new SignInPage(page).forgotPassword();
      await new ForgottenPasswordPage(page).askForMail(parent.email);
      await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email, { after })));
    },
    goOn: (page) => new UpdatePasswordPage(page).choose("une autre petite phrase"),
  },
];

for (const { name, come, goOn } of waysIn) {
  test(`after ${name} a parent answers with the passkey, the app or a code on paper`, async ({
    page,
    legacyPortal: portal,
  }) => {
    const parent = await parentWithEverything(page, portal);
    const factor = new SecondFactorPage(page);
    const passkey = new PasskeyPage(page);
    const others = new OtherWaysPage(page);
    const answers = [
      () => passkey.submit.click(),
      async () => {
        await passkey.anotherWay.click();
        await others.app.click();
        await factor.answer(oneTimeCode(parent.secret));
      },
      async () => {
        await passkey.anotherWay.click();
        await others.recoveryCode.click();
        await factor.answerByRecoveryCode(parent.recoveryCodes[0] ?? "");
      },
    ];
    for (const answer of answers) {
      await page.context().clearCookies();
      await come(page, portal, parent);
      await expect(passkey.heading).toBeVisible();
      await answer();
      await goOn?.(page);
      await expect(
        new SchoolPage(page, portal.schools.demo).signedInAs(parent.email),
      ).toBeVisible();
    }
  });
}
