import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, storybookFolder, test } from "./storybook.ts";

const { entries } = JSON.parse(readFileSync(join(storybookFolder, "index.json"), "utf8")) as {
  entries: Record<string, { id: string; title: string; name: string }>;
};

for (const { id, title, name } of Object.values(entries)) {
  test(`${title}: ${name}`, async ({ storybook }) => {
    await storybook.show(id);
    expect(await storybook.overflowPx(), "wider than a small phone").toBe(0);
    expect(await storybook.violations("light"), "accessibility").toEqual([]);
    expect(await storybook.violations("dark"), "accessibility in dark colours").toEqual([]);
    expect(storybook.troubles(), "errors behind the page").toEqual([]);
  });
}
