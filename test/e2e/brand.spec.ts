import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { openPortal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";

test("a second network of schools gets its name, logo, colours and links from its folder alone", async ({
  page,
}) => {
  await using portal = await openPortal((config) => ({ ...config, brand: "coteau" }));
  await page.goto(authorizationUrl(portal, portal.schools.demo, { ui_locales: "nl" }));

  const logo = page.getByRole("img", { name: "Réseau <du> Coteau & Cie" });
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(60);
  await expect(page).toHaveTitle(/Réseau <du> Coteau & Cie/);
  await expect(new SignInPage(page, "nl").submit).toHaveCSS("background-color", "rgb(11, 107, 58)");
  await expect(page.getByRole("link", { name: "Algemene gebruiksvoorwaarden" })).toHaveAttribute(
    "href",
    "https://coteau.example/nl/voorwaarden",
  );
});
