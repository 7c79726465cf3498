import type { Page } from "@playwright/test";
import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { openPortal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";

const refusal =
  "Courriel ou mot de passe incorrect. Vérifiez-les, ou choisissez « Mot de passe oublié ? ».";

test("a wrong password is refused at the field, and what was typed as address stays", async ({
  page,
  portal,
}) => {
  const parent = await portal.addPerson({
    schools: [portal.schools.demo],
    password: "une petite phrase facile",
  });
  const signIn = new SignInPage(page);
  await new SchoolPage(page, portal.schools.demo).askToSignIn();
  await signIn.signIn({ ...parent, password: "pas celui-là" });

  await expect(signIn.email).toHaveAccessibleDescription(refusal);
  await expect(signIn.email).toHaveValue(parent.email);
  await expect(signIn.email).toBeFocused();
  await expect(signIn.password).toHaveValue("");
  await expect(signIn.password).toHaveAttribute("aria-invalid", "true");

  await signIn.signIn(parent);
  await expect(new SchoolPage(page, portal.schools.demo).signedInAs(parent.email)).toBeVisible();
});

test("a guesser learns nothing: an unknown address gets the page of a wrong password", async ({
  page,
  portal,
}) => {
  const parent = await portal.addPerson({
    schools: [portal.schools.demo],
    password: "une petite phrase facile",
  });
  const answers: string[] = [];
  for (const email of [parent.email, "personne@example.org"]) {
    await page.context().clearCookies();
    await new SchoolPage(page, portal.schools.demo).askToSignIn();
    await new SignInPage(page).signIn({ email, password: "pas celui-là" });
    await expect(page.getByText(refusal)).toBeVisible();
    answers.push(await pageWithout(page, email));
  }
  expect(answers[1]).toBe(answers[0]);
});

test("a guesser learns nothing: a mail asked for an unknown address gets the same answer", async ({
  page,
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  const unknown = `personne.${parent.email}`;
  const answers: string[] = [];
  for (const email of [unknown, parent.email]) {
    await page.context().clearCookies();
    await new SchoolPage(page, portal.schools.demo).askToSignIn();
    await new SignInPage(page).forgotPassword();
    await new ForgottenPasswordPage(page).askForMail(email);
    await expect(new ForgottenPasswordPage(page).answer).toBeVisible();
    answers.push(await pageWithout(page, email));
  }
  expect(answers[1]).toBe(answers[0]);
  await portal.mailbox.waitForMail(parent.email);
  expect(await portal.mailbox.mailsTo(unknown)).toEqual([]);
});

test("a guesser is stopped after a few tries, and the right password tells him nothing", async ({
  page,
}) => {
  await using portal = await openPortal((config) => ({
    ...config,
    bruteForce: { ...config.bruteForce, failures: 2 },
  }));
  const parent = await portal.addPerson({
    schools: [portal.schools.demo],
    password: "une petite phrase facile",
  });
  const signIn = new SignInPage(page);
  await new SchoolPage(page, portal.schools.demo).askToSignIn();
  for (const guess of ["un", "deux", "trois"]) {
    await signIn.signIn({ ...parent, password: guess });
    await expect(page.getByText(refusal)).toBeVisible();
  }
  await expect
    .poll(async () => {
      const [account] = await portal.admin.users.find({ email: parent.email, exact: true });
      return (await portal.admin.attackDetection.findOne({ id: account?.id ?? "" }))?.disabled;
    })
    .toBe(true);
  await signIn.signIn(parent);
  await expect(page.getByText(refusal)).toBeVisible();
});

/** Text and fields of the page, without the address that was typed. */
async function pageWithout(page: Page, email: string): Promise<string> {
  const html = await page.locator("#root").innerHTML();
  // Addresses of one sign-in hold codes that differ from one to the next.
  return html.replaceAll(/(?:href|action|src)="[^"]*"/g, "").replaceAll(email, "");
}
