import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

/** Where `npm run build-storybook` puts its files. */
export const storybookFolder = join(import.meta.dirname, "../../storybook-static");
/** No server answers here: the browser is given the files directly. */
const origin = "http://storybook.localhost";
const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The built Storybook in a browser, one story at a time. */
interface Storybook {
  /** Where the stories are shown; what is changed there stays for the next one. */
  page: Page;
  /** Shows a story and waits until its page is there. */
  show(id: string): Promise<void>;
  /** By how many pixels the page is wider than the screen. */
  overflowPx(): Promise<number>;
  /** What axe finds, one line for each element; in dark colours only what depends on colours. */
  violations(colorScheme: "light" | "dark"): Promise<string[]>;
  /** What has gone wrong since the story was shown: errors, exceptions, requests to elsewhere. */
  troubles(): string[];
}

/** Tests that look at stories. A worker loads Storybook once, which takes longer than a story. */
export const test = base.extend<{ storybook: Storybook }, { openStorybook: Storybook }>({
  openStorybook: [
    async ({ browser }, use, { project }) => {
      const { viewport, contextOptions } = project.use;
      const context = await browser.newContext({ viewport, ...contextOptions });
      await use(await openStorybook(await context.newPage()));
      await context.close();
    },
    { scope: "worker" },
  ],
  storybook: ({ openStorybook }, use) => use(openStorybook),
});

async function openStorybook(page: Page): Promise<Storybook> {
  let troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.route("**/*", (route) => {
    const url = new URL(route.request().url());
    const file = join(storybookFolder, decodeURIComponent(url.pathname));
    if (url.origin === origin && existsSync(file)) return route.fulfill({ path: file });
    troubles.push(`asks for ${url}`);
    return route.abort();
  });
  // Storybook's own check of accessibility would get in the way of the one below.
  await page.goto(`${origin}/iframe.html?viewMode=story&globals=a11y.manual:!true`);

  return {
    page,
    async show(id) {
      troubles = [];
      await page.evaluate(showStory, id);
      await page.locator("main h1").waitFor();
    },
    overflowPx: () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      }),
    async violations(colorScheme) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page }).setLegacyMode();
      if (colorScheme === "light") axe.withTags(wcag22AA);
      else axe.withRules(["color-contrast", "link-in-text-block"]);
      const { violations } = await axe.analyze();
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html}`),
      );
    },
    troubles: () => troubles,
  };
}

/** Runs in the page: asks Storybook for a story, as its menu does. */
function showStory(id: string): Promise<void> {
  const channel = (window as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel })
    .__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve, reject) => {
    channel.once("storyRendered", () => resolve());
    channel.once("storyThrewException", reject);
    channel.once("storyErrored", reject);
    channel.once("storyMissing", () => reject(new Error(`There is no story "${id}"`)));
    channel.emit("setCurrentStory", { storyId: id, viewMode: "story" });
  });
}

interface Channel {
  once(event: string, listener: (reason?: unknown) => void): void;
  emit(event: string, data: unknown): void;
}
