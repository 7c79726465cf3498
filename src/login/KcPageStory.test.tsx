import { LOGIN_THEME_PAGE_IDS } from "keycloakify/bin/shared/constants";
import { expect, test } from "vitest";
import { unpackedDistribution } from "../../scripts/server/distribution.ts";
import { keycloakVersion } from "../../scripts/server/version.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { drawnPages } from "./KcPage.tsx";
import { baseMessages, baseThemeFiles } from "./messages/base-theme.ts";
import { languages } from "./messages/index.ts";

interface HasPage {
  pageId?: string;
}
type Stories = Record<string, { render?: HasPage; component?: HasPage }>;

test("every page, Keycloak's and ours, is shown by a story", () => {
  const files = import.meta.glob<Stories>("./**/*.stories.tsx", { eager: true });
  const shown = Object.values(files).flatMap(({ default: meta, ...stories }) =>
    Object.values(stories).map((story) => (story.render ?? meta?.component)?.pageId),
  );
  const pageIds = [...LOGIN_THEME_PAGE_IDS, ...Object.keys(drawnPages)];
  expect(new Set(shown)).toEqual(new Set(pageIds));
});

test("stories say what this version of Keycloak says", async () => {
  const distribution = await unpackedDistribution(keycloakVersion, silentTeller);
  const files = await baseThemeFiles(distribution, "login");
  const texts = languages.map(({ tag }) => {
    const messages = Object.entries(baseMessages(files, tag));
    return [tag, Object.fromEntries(messages.toSorted())];
  });
  // Written anew by `npx vitest run src/login/KcPageStory.test.tsx --update`.
  await expect(`${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`).toMatchFileSnapshot(
    "../../.storybook/keycloak-messages.json",
  );
}, 600_000);
