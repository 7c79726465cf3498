import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { headingOf, pageStates } from "../support/page-states.ts";
import { expect, test } from "../support/story.ts";

const password = "une petite phrase facile";

for (const state of pageStates) {
  test(`${state.name}: taking the page over changes nothing that was drawn`, async ({
    page,
    legacyPortal: portal,
  }) => {
    await page.addInitScript(() => {
      // The last state of the page that no script of ours has touched.
      document.addEventListener("readystatechange", () => {
        if (document.readyState === "interactive") {
          const root = document.getElementById("root");
          Object.assign(window, { drawnByServer: root?.innerHTML });
        }
      });
    });
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") failures.push(message.text());
    });
    await state.reach(page, portal, "fr");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(headingOf(state, portal));
    await expect(page.locator("#root")).toHaveAttribute("data-taken-over", "true");
    const drawn = await page.evaluate(() => (window as { drawnByServer?: string }).drawnByServer);
    expect(await page.locator("#root").innerHTML()).toBe(drawn);
    // The browser itself reports the server's 400 for a client nobody knows, and its 502 for Microsoft.
    expect(failures.filter((failure) => !/status of (400|502)/.test(failure))).toEqual([]);
  });
}

test("what a parent typed before the script arrives is kept, and the form works by then", async ({
  page,
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo], password });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(authorizationUrl(portal, portal.schools.demo), { waitUntil: "commit" });
  const signIn = new SignInPage(page);
  await signIn.fillIn(parent.email, password);
  await signIn.rememberMe.check();
  release();
  await expect(page.locator("#root")).toHaveAttribute("data-taken-over", "true");
  await expect(signIn.email).toHaveValue(parent.email);
  await expect(signIn.password).toHaveValue(password);
  await expect(signIn.rememberMe).toBeChecked();
  await page.getByRole("button", { name: "Afficher le mot de passe" }).click();
  await expect(signIn.password).toHaveAttribute("type", "text");
  await signIn.submit.click();
  await page.waitForURL(`${portal.schools.demo.app.url}/callback?**`);
});

test("nothing moves when the script arrives", async ({ page, portal }) => {
  await page.goto(authorizationUrl(portal, portal.schools.demo));
  await expect(page.locator("#root")).toHaveAttribute("data-taken-over", "true");
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            total += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        // Two frames: what was buffered is delivered by then.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)));
      }),
  );
  expect(shift).toBeLessThan(0.02);
});
