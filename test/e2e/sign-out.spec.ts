import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { signInAt } from "../support/steps.ts";
import { expect, test } from "../support/story.ts";

test("a parent who signs out at one school is signed out everywhere", async ({ page, portal }) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({
    schools: [demo, saintExupery],
    password: "une petite phrase facile",
  });
  const first = new SchoolPage(page, demo);
  const second = new SchoolPage(page, saintExupery);
  await signInAt(page, demo, parent);
  await second.askToSignIn();
  await expect(second.signedInAs(parent.email)).toBeVisible();

  await second.signOutButton.click();
  await expect(second.signInButton).toBeVisible();
  expect(page.url()).toBe(`${saintExupery.app.url}/`);

  await page.goto(demo.app.url);
  await expect(first.signInButton).toBeVisible();
  await first.signInButton.click();
  await expect(new SignInPage(page).heading).toBeVisible();
});

test("somebody else's link cannot sign a parent out: the portal asks first", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password: "une petite phrase facile" });
  await signInAt(page, demo, parent);

  await page.goto(`${portal.issuer}/protocol/openid-connect/logout`);
  await expect(page.getByRole("heading", { name: "Déconnexion", level: 1 })).toBeVisible();
  await page.goto(demo.app.url);
  await expect(new SchoolPage(page, demo).signedInAs(parent.email)).toBeVisible();

  await page.goto(`${portal.issuer}/protocol/openid-connect/logout`);
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("La déconnexion est faite.")).toBeVisible();
});
