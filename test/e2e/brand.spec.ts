import { screenMessages } from "../../src/login/messages/index.ts";
import { LandingPage } from "../pages/landing-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { openLegacyPortal, openPortal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";

test("a second network of schools gets its name, logo, colours and links from its folder alone", async ({
  page,
}) => {
  await using portal = await openLegacyPortal((config) => ({
    ...config,
    brand: "coteau",
    links: undefined,
  }));
  await page.goto(authorizationUrl(portal, portal.schools.demo, { ui_locales: "nl" }));

  const logo = page.getByRole("img", { name: "Réseau <du> Coteau & Cie" });
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(60);
  await expect(page).toHaveTitle(/Réseau <du> Coteau & Cie/);
  const { openPortal: toPortal } = new LandingPage(page, "nl");
  await expect(toPortal).toHaveCSS("background-color", "rgb(11, 107, 58)");
  await toPortal.click();
  await expect(new SignInPage(page, "nl").submit).toHaveCSS("background-color", "rgb(11, 107, 58)");
  await expect(page.getByRole("link", { name: "Algemene gebruiksvoorwaarden" })).toHaveAttribute(
    "href",
    "https://coteau.example/nl/voorwaarden",
  );
});

test("a realm's own links take the place of its brand's, in each language", async ({ page }) => {
  const privacy = "https://school.example/vie-privee";
  const terms = { fr: "https://school.example/fr", nl: "https://school.example/nl" };
  await using portal = await openPortal((config) => ({
    ...config,
    links: {
      privacy,
      terms: { ...terms, de: "https://school.example/de", en: "https://school.example/en" },
    },
  }));
  for (const language of ["fr", "nl"] as const) {
    await page.goto(authorizationUrl(portal, portal.schools.demo, { ui_locales: language }));
    const footer = page.getByRole("contentinfo");
    const words = screenMessages[language];
    await expect(footer.getByRole("link", { name: words.termsLink })).toHaveAttribute(
      "href",
      terms[language],
    );
    await expect(footer.getByRole("link", { name: words.privacyLink })).toHaveAttribute(
      "href",
      privacy,
    );
  }
});
