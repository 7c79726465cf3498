import type { Page } from "@playwright/test";
import type { Language, screenMessages } from "../../src/login/messages/index.ts";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { linkIn } from "../pages/mails.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { authorizationUrl } from "./authorization.ts";
import type { Portal } from "./portal.ts";

const password = "une petite phrase facile";
const stranger = { email: "personne@example.org", password };

/** A state in which somebody meets a page. */
export interface PageState {
  /** What happened, as the end of a sentence. */
  name: string;
  /** Key of the page's heading. */
  heading: keyof (typeof screenMessages)["fr"];
  /** Leads a browser there. */
  reach(page: Page, portal: Portal, language: Language): Promise<void>;
}

/** Every page that the server draws, in each state somebody can meet it in. */
export const pageStates: PageState[] = [
  {
    name: "the first visit",
    heading: "loginAccountTitle",
    reach: async (page, portal, language) => {
      await page.goto(authorizationUrl(portal, portal.schools.demo, { ui_locales: language }));
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
      const parent = await portal.addPerson({ schools: [portal.schools.demo] });
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
      const { demo } = portal.schools;
      const parent = await portal.addPerson({ schools: [demo], password });
      await reach("the first visit", page, portal, language);
      await new SignInPage(page, language).signIn(parent);
      await page.waitForURL(`${demo.app.url}/callback?**`);
      await page.goto(authorizationUrl(portal, demo, { prompt: "login", ui_locales: language }));
    },
  },
  {
    name: "an expired page",
    heading: "pageExpiredTitle",
    reach: async (page, portal, language) => {
      const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
      const [account] = await portal.admin.users.find({ email: parent.email, exact: true });
      await portal.admin.users.update(
        { id: account?.id ?? "" },
        { requiredActions: ["UPDATE_PASSWORD"] },
      );
      await reach("the first visit", page, portal, language);
      const oldForm = (await page.locator("form").getAttribute("action")) ?? "";
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
        authorizationUrl(portal, portal.schools.demo, {
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
      const { demo } = portal.schools;
      const parent = await portal.addPerson({ schools: [demo], password });
      await reach("the first visit", page, portal, language);
      await new SignInPage(page, language).signIn(parent);
      await page.waitForURL(`${demo.app.url}/callback?**`);
      await page.goto(`${portal.issuer}/protocol/openid-connect/logout?ui_locales=${language}`);
    },
  },
];

async function reach(name: string, page: Page, portal: Portal, language: Language): Promise<void> {
  const state = pageStates.find((one) => one.name === name);
  if (state === undefined) throw new Error(`There is no page state "${name}"`);
  await state.reach(page, portal, language);
}
