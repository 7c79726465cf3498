import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { fillIn } from "../freemarker/fill-in.fixture.ts";
import KcPage, { drawnPageOf } from "../KcPage.tsx";
import { type PageStoryProps, storyContext, storyMessages } from "../KcPageStory.tsx";
import type { Language } from "../messages/index.ts";
import { drawPage } from "../prerender.tsx";

/*
 * A page jumps, or loses what was typed, where the browser would draw another than the server sent.
 */

// The server puts the messages there; a story brings its own.
vi.stubGlobal("window", {});

type PageId = "login.ftl";
interface Story {
  args?: PageStoryProps<PageId>;
  globals?: { language?: Language };
}
type Stories = { default: { title: string; component: { pageId: PageId } } } & Record<
  string,
  Story
>;

const states = Object.values(import.meta.glob<Stories>("./*.stories.tsx", { eager: true })).flatMap(
  ({ default: { title, component }, ...stories }) =>
    Object.entries(stories).map(([name, { args, globals }]) => {
      const language = globals?.language ?? "fr";
      const story = { ...args, language };
      const kcContext = storyContext(component.pageId, story);
      return { name: `${title}: ${name}`, ...component, language, story, kcContext };
    }),
);

describe("the server draws what the browser would", () => {
  let sent: Map<string, string>;
  beforeAll(async () => {
    const filled = await fillIn(
      states.map(({ pageId, language, story, kcContext }) => {
        const messages = storyMessages(language);
        const refusals = Object.entries(story.refusals ?? {}).map(([field, key]) => [
          field,
          messages[key],
        ]);
        return {
          template: drawPage(pageId).markup,
          data: kcContext,
          messages,
          refusals: Object.fromEntries(refusals),
        };
      }),
    );
    sent = new Map(states.map(({ name }, index) => [name, filled[index] ?? ""]));
  }, 600_000);

  test.each(states)("$name", ({ name, pageId, kcContext }) => {
    expect(drawnPageOf(pageId)).toBeDefined();
    const drawn = renderToStaticMarkup(<KcPage kcContext={kcContext} />);
    // Two ways to write an apostrophe.
    expect(sent.get(name)?.replaceAll("&#39;", "&#x27;")).toBe(drawn);
  });
});
