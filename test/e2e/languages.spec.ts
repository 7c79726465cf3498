import { languages, screenMessages } from "../../src/login/messages/index.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { headingOf, pageStates } from "../support/page-states.ts";
import { expect, test } from "../support/story.ts";

for (const { tag, name } of languages) {
  test.describe(name, () => {
    test.use({ locale: `${tag}-BE` });
    const words = screenMessages[tag];
    for (const state of pageStates) {
      test(`${state.name} is told in ${name}`, async ({ page, legacyPortal: portal }) => {
        await state.reach(page, portal, tag);
        const heading = page.getByRole("heading", { level: 1 });
        await expect(heading).toHaveText(headingOf(state, portal, tag));
        await expect(page.locator("html")).toHaveAttribute("lang", tag);
        await expect(page).toHaveTitle(/iT\.SCHOOL/);
        const footer = page.getByRole("contentinfo");
        await expect(footer.locator("summary")).toContainText(name);
        await expect(footer.getByRole("link", { name: words.termsLink })).toBeVisible();
        const privacy = [words.privacyLink, words.privacyPolicyLink];
        await expect(
          footer.getByRole("link", { name: new RegExp(`^(${privacy.join("|")})$`) }),
        ).toBeVisible();
        // A text that is missing is shown by its key, an argument that is missing by its place.
        const texts = await page.locator("#root").evaluate(textsIn);
        expect(texts.filter((text) => text in words || /\{\d\}|\$\{/.test(text))).toEqual([]);
      });
    }
  });
}

test("a browser that asks for Dutch is answered in Dutch, any other in French", async ({
  browser,
  portal,
}) => {
  for (const [locale, language] of [
    ["nl-BE", "nl"],
    ["it-IT", "fr"],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(authorizationUrl(portal, portal.schools.demo));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      screenMessages[language].loginAccountTitle,
    );
    await context.close();
  }
});

/** What stands in an element, piece by piece. */
function textsIn(element: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? "");
  return texts;
}
