import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Frame } from "./components/Frame.tsx";
import { freemarkerModel } from "./freemarker/freemarker-model.tsx";
import { interpolation, toFreemarker } from "./freemarker/markers.ts";
import { PageMessages } from "./freemarker/page-messages.ts";
import { type PageModel, PageModelProvider, usePage } from "./freemarker/page-model.tsx";
import { PageReads } from "./freemarker/page-reads.ts";
import type { KcContext } from "./KcContext.ts";
import { drawnPageOf, drawnPages } from "./KcPage.tsx";

export { drawnPages };

/** A page as the server draws it; all of it is FreeMarker. */
export interface DrawnPage {
  /** Markup of what stands in `#root`. */
  markup: string;
  /** Text of the window's title. */
  title: string;
  /** JavaScript of what the page reads of Keycloak; none for a page that is drawn in the browser. */
  context?: string;
  /** JavaScript of the messages that the page shows. */
  messages: string;
  /** Keys of those messages. */
  messageKeys: string[];
  /** The style sheet it needs beside that of every page, by its name in `styles/`. */
  styles?: string;
}

/**
 * Draws a page at build time, with FreeMarker in the place of what only the server knows.
 *
 * @param pageId Keycloak's name of the page, e.g. `login.ftl`; for one that is drawn in the browser
 *   this gives the frame around it
 * @param moreMessageKeys messages that the browser needs beside those that are drawn
 */
export function drawPage(pageId: string, moreMessageKeys: string[] = []): DrawnPage {
  const reads = new PageReads();
  const messages = new PageMessages([...laterMessageKeys, ...moreMessageKeys]);
  const model = freemarkerModel<KcContext>(reads, messages) as PageModel<never>;
  for (const steps of readByScripts) reads.note(steps, "text");
  const drawn = drawnPageOf(pageId);
  const markup = draw(
    model,
    <Frame privacyLink={drawn?.privacyLink}>{drawn ? <drawn.Page /> : <NeedsScript />}</Frame>,
  );
  return {
    markup,
    title: toFreemarker(
      drawn
        ? `${model.msg(drawn.title)} – ${model.msg("brandName")}`
        : interpolation('msg("loginTitle", (realm.displayName)!"")'),
    ),
    context: drawn && reads.script(),
    messages: messages.script(),
    messageKeys: messages.keys,
    styles: drawn?.styles,
  };
}

/** What pages may show only after somebody did something. */
const laterMessageKeys = ["hidePassword"];

/** What scripts read of Keycloak, beside the pages themselves. */
const readByScripts = [
  ["url", "resourcesPath"],
  ["url", "ssoLoginInOtherTabsUrl"],
  ["authenticationSession", "authSessionIdHash"],
];

function draw(model: PageModel<never>, content: ReactNode): string {
  return toFreemarker(
    renderToStaticMarkup(<PageModelProvider model={model}>{content}</PageModelProvider>),
  );
}

function NeedsScript() {
  const page = usePage();
  return (
    <noscript>
      <p>{page.msg("pageNeedsScript")}</p>
    </noscript>
  );
}
