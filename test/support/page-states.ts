import type { Page } from "@playwright/test";
import { type Language, screenMessages } from "../../src/login/messages/index.ts";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { LandingPage } from "../pages/landing-page.ts";
import { LegacyWelcomePage } from "../pages/legacy-welcome-page.ts";
import { linkIn } from "../pages/mails.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { authorizationUrl } from "./authorization.ts";
import { invite } from "./invitation.ts";
import { parentWithOldName } from "./legacy-account.ts";
import { microsoftPageStates } from "./microsoft-page-states.ts";
import type { PageState } from "./page-state.ts";
import type { Portal } from "./portal.ts";

const password = "une petite phrase facile";
const stranger = { email: "personne@example.org", password };

/** What the heading of a state's page says: where it names a school, the one without an old method. */
export function headingOf(
  { heading, names }: Pick<PageState, "heading" | "names">,
  portal: Portal,
  language: Language = "fr",
): string {
  return screenMessages[language][heading]
    .replace("{0}", names ?? portal.schools.saintExupery.name)
    .replace("{brand}", "iT.SCHOOL");
}

/**
 * Every page that the server draws, in each state somebody can meet it in: the portal's at the school
 * whose old method is over, the old method's at the one that still has it.
 */
export const pageStates: PageState[] = [
  ...microsoftPageStates,
  {
    name: "the first visit",
    heading: "loginAccountTitle",
    reach: async (page, portal, language) => {
      await page.goto(
        authorizationUrl(portal, portal.schools.saintExupery, { ui_locales: language }),
      );
    },
  },
  {
    name: "a wrong password",
    heading: "loginAccountTitle",
    reach: async (page, portal, language) => {
      await reach("the first visit", page, portal, language);
      await new SignInPage(page, language).signIn(stranger);
    },
  },
  {
    name: "a forgotten password",
    heading: "emailForgotTitle",
    reach: async (page, portal, language) => {
      await reach("the first visit", page, portal, language);
      await new SignInPage(page, language).forgotPassword();
    },
  },
  {
    name: "a mail that was sent",
    heading: "loginAccountTitle",
    reach: async (page, portal, language) => {
      await reach("a forgotten password", page, portal, language);
      await new ForgottenPasswordPage(page, language).askForMail(stranger.email);
    },
  },
  {
    name: "a new password to choose",
    heading: "updatePasswordTitle",
    reach: async (page, portal, language) => {
      const parent = await portal.addPerson({ schools: [portal.schools.saintExupery] });
      await reach("a forgotten password", page, portal, language);
      await new ForgottenPasswordPage(page, language).askForMail(parent.email);
      await page.goto(linkIn(await portal.mailbox.waitForMail(parent.email)));
    },
  },
  {
    name: "a new password that was refused",
    heading: "updatePasswordTitle",
    reach: async (page, portal, language) => {
      await reach("a new password to choose", page, portal, language);
      await new UpdatePasswordPage(page, language).choose("court");
    },
  },
  {
    name: "a known parent asked again",
    heading: "loginAccountTitle",
    reach: async (page, portal, language) => {
      const { saintExupery } = portal.schools;
      const parent = await portal.addPerson({ schools: [saintExupery], password });
      await reach("the first visit", page, portal, language);
      await new SignInPage(page, language).signIn(parent);
      await page.waitForURL(`${saintExupery.app.url}/callback?**`);
      await page.goto(
        authorizationUrl(portal, saintExupery, { prompt: "login", ui_locales: language }),
      );
    },
  },
  {
    name: "an invitation that was opened",
    heading: "confirmExecutionOfActions",
    reach: async (page, portal, language) => {
      const { saintExupery } = portal.schools;
      const parent = await portal.addPerson({ schools: [saintExupery], language });
      await page.goto(linkIn(await invite(portal, saintExupery, parent)));
    },
  },
  {
    name: "an invitation that has expired",
    heading: "errorTitle",
    reach: async (page, portal, language) => {
      const { saintExupery } = portal.schools;
      const parent = await portal.addPerson({ schools: [saintExupery] });
      const link = linkIn(await invite(portal, saintExupery, parent, { lifespanSeconds: -60 }));
      await page.goto(`${link}&ui_locales=${language}`);
    },
  },
  {
    name: "an expired page",
    heading: "pageExpiredTitle",
    reach: async (page, portal, language) => {
      const parent = await portal.addPerson({ schools: [portal.schools.saintExupery], password });
      const [account] = await portal.admin.users.find({ email: parent.email, exact: true });
      await portal.admin.users.update(
        { id: account?.id ?? "" },
        { requiredActions: ["UPDATE_PASSWORD"] },
      );
      await reach("the first visit", page, portal, language);
      const oldForm = (await new SignInPage(page, language).form.getAttribute("action")) ?? "";
      await new SignInPage(page, language).signIn(parent);
      await new UpdatePasswordPage(page, language).heading.waitFor();
      // The sign-in has gone on since this form was drawn.
      await page.goto(oldForm);
    },
  },
  {
    name: "an error",
    heading: "errorTitle",
    reach: async (page, portal, language) => {
      await page.goto(
        authorizationUrl(portal, portal.schools.saintExupery, {
          client_id: "nobody",
          ui_locales: language,
        }),
      );
    },
  },
  {
    name: "signing out",
    heading: "logoutConfirmTitle",
    reach: async (page, portal, language) => {
      const { saintExupery } = portal.schools;
      const parent = await portal.addPerson({ schools: [saintExupery], password });
      await reach("the first visit", page, portal, language);
      await new SignInPage(page, language).signIn(parent);
      await page.waitForURL(`${saintExupery.app.url}/callback?**`);
      await page.goto(`${portal.issuer}/protocol/openid-connect/logout?ui_locales=${language}`);
    },
  },
  {
    name: "the first visit while the old method lasts",
    heading: "loginAccountTitle",
    reach: async (page, portal, language) => {
      await page.goto(authorizationUrl(portal, portal.schools.demo, { ui_locales: language }));
    },
  },
  {
    name: "a wrong old password",
    heading: "loginAccountTitle",
    reach: async (page, portal, language) => {
      await reach("the first visit while the old method lasts", page, portal, language);
      const landing = new LandingPage(page, language);
      await landing.signIn({ username: "personne", password });
      await landing.refusal.waitFor();
    },
  },
  {
    name: "an old sign-in",
    heading: "legacyWelcomeTitle",
    reach: async (page, portal, language) => {
      await oldSignIn(page, portal, language);
    },
  },
  {
    name: "a mail asked for after an old sign-in",
    heading: "legacyWelcomeSentHeading",
    reach: async (page, portal, language) => {
      await oldSignIn(page, portal, language);
      await new LegacyWelcomePage(page, language).createPassword.click();
    },
  },
  {
    name: "an old sign-in of somebody without an address",
    heading: "legacyWelcomeNoAddressHeading",
    reach: async (page, portal, language) => {
      await oldSignIn(page, portal, language, { hasAddress: false });
    },
  },
  {
    name: "an old sign-in, at another school",
    heading: "legacyElsewhereTitle",
    reach: async (page, portal, language) => {
      const { demo, saintExupery } = portal.schools;
      await oldSignIn(page, portal, language);
      await new LegacyWelcomePage(page, language).later.click();
      await page.waitForURL(`${demo.app.url}/**`);
      await page.goto(authorizationUrl(portal, saintExupery, { ui_locales: language }));
    },
  },
  {
    name: "an old sign-in, at the account console",
    heading: "legacyElsewhereTitle",
    reach: async (page, portal, language) => {
      const { demo } = portal.schools;
      await oldSignIn(page, portal, language);
      await new LegacyWelcomePage(page, language).later.click();
      await page.waitForURL(`${demo.app.url}/**`);
      const app = { url: `${portal.issuer}/account` };
      const account = { clientId: "account-console", app };
      await page.goto(
        authorizationUrl(portal, account, { redirect_uri: `${app.url}/`, ui_locales: language }),
      );
    },
  },
  {
    name: "signing in at a school that does not know the account",
    heading: "schoolUnknownHeading",
    reach: async (page, portal, language) => {
      const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
      await reach("the first visit", page, portal, language);
      await new SignInPage(page, language).signIn(parent);
    },
  },
];

/** Signs a new parent in by the old method of the school that still has it. */
async function oldSignIn(
  page: Page,
  portal: Portal,
  language: Language,
  more: { hasAddress?: boolean } = {},
): Promise<void> {
  const parent = await parentWithOldName(portal, more);
  await reach("the first visit while the old method lasts", page, portal, language);
  await new LandingPage(page, language).signIn(parent.legacy);
}

async function reach(name: string, page: Page, portal: Portal, language: Language): Promise<void> {
  const state = pageStates.find((one) => one.name === name);
  if (state === undefined) throw new Error(`There is no page state "${name}"`);
  await state.reach(page, portal, language);
}
