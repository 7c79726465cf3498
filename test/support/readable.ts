import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What WCAG 2.2 asks for at level AA, as far as a machine can tell. */
const wcagAA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Expects that everybody can read what a page shows, on a narrow phone, by day and by night. */
export async function expectReadable(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({
      fullPage: true,
    });
    const { violations } = await new AxeBuilder({ page }).withTags(wcagAA).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
      colorScheme,
    ).toEqual([]);
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "no sideways scrolling on a narrow phone").toBeLessThanOrEqual(320);
}
