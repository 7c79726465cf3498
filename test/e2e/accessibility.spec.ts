import { AxeBuilder } from "@axe-core/playwright";
import { LandingPage } from "../pages/landing-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { headingOf, pageStates } from "../support/page-states.ts";
import { expect, test } from "../support/story.ts";

for (const state of pageStates) {
  test(`everybody can use the page after ${state.name}`, async ({ page, legacyPortal: portal }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await state.reach(page, portal, "fr");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(headingOf(state, portal));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
        colorScheme,
      ).toEqual([]);
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, "no sideways scrolling on a narrow phone").toBeLessThanOrEqual(320);
  });
}

test("a parent signs in with the keyboard alone", async ({ page, portal }) => {
  const parent = await portal.addPerson({
    schools: [portal.schools.demo],
    password: "une petite phrase facile",
  });
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const signIn = new SignInPage(page);
  await page.keyboard.press("Tab");
  await expect(signIn.forgottenLink).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(signIn.email).toBeFocused();
  await page.keyboard.type(parent.email);
  await page.keyboard.press("Tab");
  await expect(signIn.password).toBeFocused();
  await page.keyboard.type("une petite phrase facile");
  await page.keyboard.press("Tab");
  const eye = page.getByRole("button", { name: "Afficher le mot de passe" });
  await expect(eye).toBeFocused();
  await page.keyboard.press("Space");
  await expect(signIn.password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Masquer le mot de passe" }).press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${portal.schools.demo.app.url}/callback?**`);
});

test("a parent goes through a school's own page with the keyboard alone", async ({
  page,
  legacyPortal: portal,
}) => {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const landing = new LandingPage(page);
  const eye = page.getByRole("button", { name: "Afficher le mot de passe" });
  const fields = [landing.username, landing.password, eye, landing.submit];
  for (const next of [landing.video, landing.openPortal, ...fields]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
  }
  await landing.username.fill("personne");
  await landing.password.fill("pas celui-là");
  await page.keyboard.press("Enter");

  await expect(landing.refusal).toBeVisible();
  await expect(landing.username, "where it was refused").toBeFocused();
  await expect(landing.username).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(new SignInPage(page).email).toBeVisible();
});

test("at twice the letter size nothing is cut off", async ({ page, portal }) => {
  // 200 % of a window 640 px wide leaves 320 CSS pixels.
  await page.setViewportSize({ width: 320, height: 512 });
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const submit = new SignInPage(page).submit;
  await submit.scrollIntoViewIfNeeded();
  await expect(submit).toBeInViewport({ ratio: 1 });
});

test("password managers find the fields they know", async ({ page, portal }) => {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const signIn = new SignInPage(page);
  await expect(signIn.email).toHaveAttribute("autocomplete", "username webauthn");
  await expect(signIn.email).toHaveAttribute("name", "username");
  await expect(signIn.password).toHaveAttribute("autocomplete", "current-password");
});
