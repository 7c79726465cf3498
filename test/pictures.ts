import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { DemoAddresses } from "../scripts/demo/demo.ts";
import { mailbox } from "../scripts/demo/mailbox.ts";
import { chromiumFlags, findChromium } from "../scripts/server/chromium.ts";
import { terminalTeller } from "../scripts/terminal.ts";
import { AccountConsolePage } from "./pages/account-console-page.ts";
import { ForgottenPasswordPage } from "./pages/forgotten-password-page.ts";
import { linkIn } from "./pages/mails.ts";
import { MicrosoftPage } from "./pages/microsoft-page.ts";
import { AuthenticatorSetupPage } from "./pages/second-factor-pages.ts";
import { UpdatePasswordPage } from "./pages/update-password-page.ts";

/*
 * Takes the README's pictures from the running demo: `npm start` in one terminal, then
 * `npm run pictures` in another. One person of the demo gets a new password by it.
 */

const project = join(import.meta.dirname, "..");
const { schools, microsoft, mail, people, keycloak } = JSON.parse(
  await readFile(join(project, ".portail/demo.json"), "utf8"),
) as DemoAddresses;
const school = schools[0]?.url ?? "";

/** A step of somebody's way, on a phone, by day or by night. */
interface Picture {
  readonly file: string;
  /** As high as the page is, so that all of it is seen. */
  readonly height: number;
  readonly colorScheme?: "dark";
  /** Leads to what is to be seen, from the school's own page. */
  readonly reach: (page: Page) => Promise<void>;
}

const openPortal = (page: Page) =>
  page.getByRole("button", { name: "Ouvrir le portail de connexion" }).click();

const openForgottenPassword = async (page: Page) => {
  await openPortal(page);
  await page.getByRole("link", { name: "Mot de passe oublié ?" }).first().click();
};

const comeByMicrosoft = async (page: Page) => {
  await openPortal(page);
  await page.getByRole("link", { name: "Microsoft" }).click();
  const [person] = microsoft.people;
  if (person) await new MicrosoftPage(page).signIn(person);
};

/** By a mail, as at the first time: nobody of the demo has a password. */
const openSecurity = async (page: Page) => {
  // Somebody of this school; the first ones are for whoever tries the demo.
  const person = people.findLast(({ schools: [only] }) => only === schools[0]?.id);
  const address = person?.email ?? "";
  const mails = mailbox(mail.api);
  const { length: before } = await mails.mailsTo(address);
  await openForgottenPassword(page);
  await new ForgottenPasswordPage(page).askForMail(address);
  await page.goto(linkIn(await mails.waitForMail(address, { after: before })));
  await new UpdatePasswordPage(page).choose(randomBytes(18).toString("base64url"));
  await page.getByRole("link", { name: "Mon compte" }).click();
  const account = new AccountConsolePage(page);
  await account.heading("personalInfo").waitFor();
  await page.goto(`${keycloak.url}/realms/${keycloak.realm}/account/account-security/signing-in`);
  await account.heading("signingIn").waitFor();
};

const setUpApp = async (page: Page) => {
  await openSecurity(page);
  await page.getByRole("button", { name: "Ajouter : Application" }).click();
  await new AuthenticatorSetupPage(page).qrCode.waitFor();
};

const pictures: readonly Picture[] = [
  { file: "landing.png", height: 930, reach: async () => {} },
  { file: "sign-in.png", height: 970, reach: openPortal },
  { file: "sign-in-dark.png", height: 970, colorScheme: "dark", reach: openPortal },
  { file: "forgotten-password.png", height: 780, reach: openForgottenPassword },
  { file: "account-exists.png", height: 740, reach: comeByMicrosoft },
  {
    file: "link-mail.png",
    height: 740,
    reach: async (page) => {
      await comeByMicrosoft(page);
      await page.getByRole("button", { name: "Souhaitez-vous lier Microsoft" }).click();
    },
  },
  { file: "account.png", height: 1200, reach: openSecurity },
  { file: "app-set-up.png", height: 1500, reach: setUpApp },
];

const teller = terminalTeller();
const browser = await chromium.launch({
  executablePath: await findChromium(teller),
  // The browser is a new one each time, so it needs no folder, and no option that holds in one alone.
  args: [
    ...chromiumFlags,
    ...microsoft.browser.arguments.filter((option) => option.startsWith("--host-resolver-rules")),
  ],
});
try {
  for (const { file, height, colorScheme = "light", reach } of pictures) {
    const page = await browser.newPage({
      locale: "fr-BE",
      viewport: { width: 390, height },
      colorScheme,
      ignoreHTTPSErrors: true,
    });
    await page.goto(school);
    await page.getByRole("link", { name: "Se connecter" }).click();
    await reach(page);
    // The portal's pages say when they are drawn to the end; the account console is there by then.
    await page.locator("#root[data-taken-over], #app main h1").waitFor();
    await page.screenshot({ path: join(project, "docs/pictures", file) });
    await page.close();
    teller.done(file);
  }
} finally {
  await browser.close();
}
