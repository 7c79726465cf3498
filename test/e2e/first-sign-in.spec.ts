import { ForgottenPasswordPage } from "../pages/forgotten-password-page.ts";
import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { UpdatePasswordPage } from "../pages/update-password-page.ts";
import { askForNewPassword } from "../support/steps.ts";
import { expect, test } from "../support/story.ts";

test("a parent comes in for the first time by « Mot de passe oublié ? »", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const school = new SchoolPage(page, demo);
  const signIn = new SignInPage(page);
  const forgotten = new ForgottenPasswordPage(page);
  const update = new UpdatePasswordPage(page);

  await school.askToSignIn();
  await signIn.forgotPassword();
  await forgotten.askForMail(parent.email);
  await expect(forgotten.answer).toBeVisible();

  const mail = await portal.mailbox.waitForMail(parent.email);
  expect(mail.html).toContain("Réinitialiser mon mot de passe");
  await page.goto(linkIn(mail));
  await expect(update.warning).toHaveText("Vous devez changer votre mot de passe.");
  await expect(update.signOutOthers).toBeChecked();
  await update.choose("une petite phrase facile");

  await expect(school.signedInAs(parent.email)).toBeVisible();
  expect(page.url()).toContain(demo.app.url);
});

test("two passwords that differ are told at their field, and nothing is changed", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const update = new UpdatePasswordPage(page);

  await page.goto(await askForNewPassword(page, portal, demo, parent));
  await update.password.fill("une petite phrase facile");
  await update.confirmation.fill("une autre phrase facile");
  await update.submit.click();

  await expect(update.confirmation).toHaveAccessibleDescription(
    "Les deux mots de passe ne sont pas identiques.",
  );
  await expect(update.confirmation).toBeFocused();
  await update.choose("trop court");
  await expect(update.password).toHaveAccessibleDescription(/12 caractères/);
  await update.choose(parent.email);
  await expect(update.password).toHaveAccessibleDescription(/adresse/);
});
