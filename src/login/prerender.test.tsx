import { beforeAll, describe, expect, test } from "vitest";
import { unpackedDistribution } from "../../scripts/server/distribution.ts";
import { keycloakVersion } from "../../scripts/server/version.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { drawnPages } from "./KcPage.tsx";
import { baseMessages, baseThemeFiles } from "./messages/base-theme.ts";
import { languages, messagesOf } from "./messages/index.ts";
import { drawPage } from "./prerender.tsx";

/** Given by the brand. */
const brandKeys = ["brandName", "privacyUrl", "termsUrl"];

/** What stands in brackets may hold the closing one within quotes. */
const quoted = /"(?:\\.|[^"\\])*"/.source;
const interpolations = new RegExp(String.raw`\$\{(?:${quoted}|[^"}])*\}`, "g");
const directives = new RegExp(String.raw`<(/?)#(\w+)(?:${quoted}|[^">])*>`, "g");

let base: Record<string, string>;

beforeAll(async () => {
  base = await baseThemeFiles(await unpackedDistribution(keycloakVersion, silentTeller), "login");
}, 600_000);

describe.each([...Object.keys(drawnPages), "terms.ftl"])("%s", (pageId) => {
  const { markup, title, messageKeys } = drawPage(pageId);

  test("closes each directive that it opens, in order", () => {
    expect(unbalanced(markup)).toEqual([]);
  });

  test("holds no text but the server's", () => {
    for (const freemarker of [markup, title]) {
      const text = freemarker
        .replaceAll(interpolations, "")
        .replaceAll(directives, "")
        .replaceAll(/<[^>]*>/g, "");
      expect(text.trim()).toMatch(/^–?$/);
    }
  });

  test.each(languages)("has each of its messages in $name", ({ tag }) => {
    const messages = { ...baseMessages(base, tag), ...messagesOf(tag) };
    const missing = messageKeys.filter((key) => !(key in messages) && !brandKeys.includes(key));
    expect(missing).toEqual([]);
  });
});

test("draws only the frame of a page that is drawn in the browser", () => {
  expect(drawPage("login.ftl").context).toContain("loginAction");
  const { context, markup } = drawPage("terms.ftl");
  expect(context).toBeUndefined();
  expect(markup).toContain('msg("pageNeedsScript")');
});

/** What is closed without having been opened last, or never closed. */
function unbalanced(freemarker: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = ""] of freemarker.matchAll(directives)) {
    if (slash === "/") {
      if (open.pop() !== name) wrong.push(name);
    } else if (name === "else") {
      if (open.at(-1) !== "if") wrong.push(name);
    } else open.push(name);
  }
  return [...wrong, ...open];
}
