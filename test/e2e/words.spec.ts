import { linkIn } from "../pages/mails.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { comeBackFromMicrosoft } from "../support/microsoft-steps.ts";
import { accountAtMicrosoft } from "../support/microsoft-visitor.ts";
import { expect, test } from "../support/story.ts";

/*
 * The words of the letter to the parents. They stand here once more, letter for letter and apart from
 * the theme's own texts, so that nobody changes them by accident.
 */

test("the sign-in page says what the letter shows", async ({ page, legacyPortal: portal }) => {
  await page.goto(authorizationUrl(portal, portal.schools.saintExupery));
  const information = page.locator(".notice-information");
  await expect(information.getByRole("heading", { name: "Information" })).toBeVisible();
  await expect(information.getByRole("paragraph")).toHaveText(
    "Si c'est votre première connexion via ce portail, cliquez sur Mot de passe oublié ? et utilisez votre adresse mail connue de l'école.",
  );
  await expect(information.getByRole("link", { name: "Mot de passe oublié ?" })).toBeVisible();
  await expect(page.getByRole("img", { name: "iT.SCHOOL" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Connexion", level: 1 })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Courriel", exact: true })).toBeVisible();
  await expect(page.getByLabel("Mot de passe", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Afficher le mot de passe" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Mot de passe oublié ?" })).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Connexion", exact: true })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Se souvenir de moi" })).toBeVisible();
  await expect(page.getByText("Ou", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Microsoft", exact: true })).toBeVisible();
  const lines = page.locator("h1, h2, label, main button[type=submit], .or, .providers a");
  await expect(lines.filter({ visible: true })).toHaveText([
    "Information",
    "Connexion",
    "Courriel",
    "Mot de passe",
    "Connexion",
    "Se souvenir de moi",
    "Ou",
    "Microsoft",
  ]);
  const footer = page.getByRole("contentinfo");
  await expect(footer.locator("summary")).toContainText("Français");
  await expect(
    footer.getByRole("link", { name: "Conditions générales d'utilisation" }),
  ).toBeVisible();
  await expect(footer.getByRole("link", { name: "Protection des données" })).toBeVisible();
});

test("the school's page says what the letter shows, the portal first", async ({
  page,
  legacyPortal: portal,
}) => {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await expect(page.getByRole("heading", { name: "Connexion", level: 1 })).toBeVisible();
  await expect(page.getByRole("paragraph").first()).toHaveText(
    `Bienvenue sur iT.SCHOOL de l'école ${portal.schools.demo.name}`,
  );
  const [newMethod, oldMethod] = [page.locator("section").nth(0), page.locator("section").nth(1)];
  await expect(newMethod.getByRole("heading", { name: "Portail de connexion" })).toBeVisible();
  await expect(newMethod.getByText("Vous aviez déjà un compte utilisateur?")).toBeVisible();
  await expect(newMethod.getByRole("link", { name: "Voir la vidéo explicative" })).toHaveAttribute(
    "href",
    /^https:/,
  );
  await expect(newMethod.getByRole("button")).toHaveText("Ouvrir le portail de connexion");
  await expect(oldMethod.getByRole("heading", { name: "Ancienne méthode" })).toBeVisible();
  await expect(
    oldMethod.getByText(
      "⚠ Cette méthode de connexion ne sera plus disponible d'ici le 30/06/2027",
      { exact: true },
    ),
  ).toBeVisible();
  await expect(oldMethod.getByRole("textbox", { name: "Nom d'utilisateur" })).toBeVisible();
  await expect(oldMethod.getByLabel("Mot de passe", { exact: true })).toBeVisible();
  await expect(oldMethod.getByRole("button", { name: "→ Se connecter" })).toBeVisible();
  const footer = page.getByRole("contentinfo");
  await expect(footer.locator("summary")).toContainText("Français");
  for (const link of [
    "Conditions générales d'utilisation",
    "Politique de protection des données",
  ]) {
    await expect(footer.getByRole("link", { name: link, exact: true })).toBeVisible();
  }
});

test("the way to a new password says what the letter shows", async ({ page, portal }) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await page.getByRole("link", { name: "Mot de passe oublié ?" }).first().click();
  await expect(
    page.getByRole("heading", { name: "Mot de passe oublié ?", level: 1 }),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "Entrez votre adresse e-mail" })).toBeVisible();
  await expect(
    page.getByText(
      "Un courriel va vous être envoyé vous permettant de créer un nouveau mot de passe.",
      { exact: true },
    ),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Annuler", exact: true })).toBeVisible();
  await page.getByRole("textbox", { name: "Votre adresse mail", exact: true }).fill(parent.email);
  await page.getByRole("button", { name: "Valider", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(
    "Vous devriez recevoir rapidement un courriel avec de plus amples instructions.",
  );

  const mail = await portal.mailbox.waitForMail(parent.email);
  expect(mail.html).toContain(">Réinitialiser mon mot de passe</a>");
  expect(mail.text).toContain("Réinitialiser mon mot de passe");
  await page.goto(linkIn(mail));
  await expect(page.locator(".notice-warning")).toHaveText(
    "Vous devez changer votre mot de passe.",
  );
  await expect(
    page.getByRole("heading", { name: "Mise à jour du mot de passe", level: 1 }),
  ).toBeVisible();
  await expect(page.getByLabel("Votre mot de passe", { exact: true })).toBeVisible();
  await expect(
    page.getByLabel("Confirmation de votre mot de passe", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Afficher le mot de passe" })).toHaveCount(2);
  await expect(
    page.getByRole("checkbox", { name: "Se déconnecter des autres appareils" }),
  ).toBeChecked();
  await expect(page.getByRole("button", { name: "Valider", exact: true })).toBeVisible();
});

test("the way in by Microsoft says what the letter shows", async ({
  page,
  legacyPortal: portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.saintExupery] });
  await comeBackFromMicrosoft(page, portal, await accountAtMicrosoft({ mail: parent.email }));
  const lines = page.locator("main :is(h1, p, button:not(p button))");
  await expect(lines).toHaveText([
    "Ce compte existe déjà",
    `L'utilisateur email ${parent.email} existe déjà. Que souhaitez-vous faire ?`,
    "Vérifiez vos informations de profil",
    "Souhaitez-vous lier Microsoft à votre compte existant",
  ]);
  await lines.last().click();
  await expect(lines).toHaveText([
    "Association avec Microsoft",
    "Vous devez vérifier votre courriel pour lier votre compte avec Microsoft.",
    `Un courriel avec des instructions pour associer le compte ${parent.email} sur Microsoft avec votre compte iT.SCHOOL vous a été envoyé.`,
    "Vous n'avez pas reçu de code dans le courriel ? Cliquez ici pour renvoyer le courriel.",
    "Si vous avez déjà vérifié votre courriel dans un autre navigateur Cliquez ici pour continuer.",
  ]);
  await expect(page.getByRole("strong")).toHaveText(parent.email);
  await expect(page.locator("p button")).toHaveText(["ici", "ici"]);

  const mail = await portal.mailbox.waitForMail(parent.email);
  expect(mail.subject).toBe("Associez votre compte Microsoft");
  expect(mail.html).toContain(">Associer mon compte Microsoft</a>");
  const paragraphs = (mail.text ?? "").split(/\r?\n/).filter((line) => line.trim());
  const said = paragraphs.slice(paragraphs.indexOf("Bonjour Claire,"));
  expect(said.slice(1, 5)).toEqual([
    expect.stringMatching(
      new RegExp(
        `^Le \\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}, une personne qui s'est connectée chez Microsoft avec le compte ${parent.email} a demandé de l'associer à votre compte iT\\.SCHOOL\\. Si c'est vous, il vous reste à cliquer sur le lien ci-dessous\\.$`,
      ),
    ),
    "Dès que l'association est confirmée, ce compte Microsoft ouvre votre compte iT.SCHOOL, sans votre mot de passe.",
    "Vous n'avez rien demandé ? Ne cliquez pas et ignorez ce message : aucun compte ne sera associé.",
    "Associer mon compte Microsoft",
  ]);
});
