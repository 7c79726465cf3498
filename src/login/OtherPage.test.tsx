import { prerender } from "react-dom/static";
import { expect, test, vi } from "vitest";
import { otherPageMessageKeys } from "../../scripts/theme/other-pages.ts";
import { liveModel } from "./freemarker/live-model.tsx";
import { PageModelProvider } from "./freemarker/page-model.tsx";
import { type PageStoryProps, storyContext, storyMessages } from "./KcPageStory.tsx";
import * as stories from "./OtherPage.stories.tsx";
import OtherPage from "./OtherPage.tsx";
import { drawPage } from "./prerender.tsx";

// Keycloakify's pages are made for the browser alone; what they need of it is not looked at here.
vi.mock("keycloakify/lib/kcSanitize", () => ({ kcSanitize: (markup: string) => markup }));
vi.mock("keycloakify/login/lib/getUserProfileApi/kcNumberUnFormat", () => ({
  unFormatNumberOnSubmit() {},
}));

const { default: _, ...pages } = stories;
const messages = storyMessages("fr");

test.each(Object.entries(pages))(
  "the server sends each message that %s shows",
  async (_, story) => {
    const { pageId } = story.render as unknown as { pageId: "terms.ftl" };
    const kcContext = storyContext(pageId, (story.args ?? {}) as PageStoryProps<"terms.ftl">);
    const shown = new Set<string>();
    const noted = new Proxy(messages, {
      get: (texts, key: string) => {
        shown.add(key);
        return texts[key];
      },
    });
    const errors: unknown[] = [];
    await prerender(
      <PageModelProvider model={liveModel<never>(kcContext as never, noted)}>
        <OtherPage kcContext={kcContext} messages={noted} />
      </PageModelProvider>,
      { onError: (error) => void errors.push(error) },
    );
    expect(errors).toEqual([]);

    const sent = [...drawPage(pageId).messageKeys, ...otherPageMessageKeys(pageId)];
    // Keycloakify adds those that the server's values name.
    const values = JSON.stringify({ ...kcContext, "x-keycloakify": undefined });
    const missing = [...shown].filter(
      (key) => key in messages && !sent.includes(key) && !values.includes(key),
    );
    expect(missing).toEqual([]);
  },
);
