import { linkIn } from "../pages/mails.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { openPortal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";

/*
 * The words of the letter to the parents. They stand here once more, letter for letter and apart from
 * the theme's own texts, so that nobody changes them by accident.
 */

test("the sign-in page says what the letter shows", async ({ page }) => {
  await using portal = await openPortal();
  await portal.admin.identityProviders.create({
    alias: "microsoft",
    providerId: "microsoft",
    enabled: true,
    config: { clientId: "a-client", clientSecret: "a-secret" },
  });
  await page.goto(authorizationUrl(portal, portal.schools.demo));
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
