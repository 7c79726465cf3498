import { SchoolPage } from "../pages/school-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { openPortal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";

const hostile = `<script>alert(1)</script> "O'Brien" & <img src=x onerror=alert(2)> \${7*7}`;

test("a school whose name is a script is shown by its name", async ({ page, browser }) => {
  await using portal = await openPortal((config) => ({
    ...config,
    schools: config.schools.map((school) => ({ ...school, name: hostile })),
  }));
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    return dialog.dismiss();
  });
  // The error page names the school on its way back: an address that must not be asked for.
  await page.goto(authorizationUrl(portal, portal.schools.demo, { response_type: "nonsense" }));
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await expect(new SignInPage(page).submit).toBeVisible();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  for (const surface of [page, plain]) {
    await surface.goto(authorizationUrl(portal, portal.schools.demo, { scope: "openid" }));
    await expect(surface.locator("#root script, #root img[src=x]")).toHaveCount(0);
  }
  await context.close();
  expect(alerts).toEqual([]);
});

test("a person whose name is a script is greeted by it", async ({ page, portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({
    schools: [demo],
    password: "une petite phrase facile",
    firstName: hostile,
    lastName: "Dubois",
  });
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    return dialog.dismiss();
  });
  await new SchoolPage(page, demo).askToSignIn();
  await new SignInPage(page).signIn(parent);
  await expect(page.getByText(hostile).first()).toBeVisible();
  expect(alerts).toEqual([]);
});

test("an address typed as a script comes back as text", async ({ browser, portal }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  const signIn = new SignInPage(page);
  const typed = `"><script>alert(1)</script>@example.org`;
  await page.locator("form").evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await signIn.signIn({ email: typed, password: "x" });
  await expect(signIn.email).toHaveValue(typed);
  await expect(page.locator("#root script")).toHaveCount(0);
  await context.close();
});
