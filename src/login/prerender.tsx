import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Frame } from "./components/Frame.tsx";
import { freemarkerModel } from "./freemarker/freemarker-model.tsx";
import { interpolation, toFreemarker } from "./freemarker/markers.ts";
import { type PageModel, PageModelProvider, usePage } from "./freemarker/page-model.tsx";
import { drawnPages } from "./KcPage.tsx";

/** A page as the server draws it. */
export interface DrawnPage {
  /** Whether the page itself is drawn, or only the frame around it. */
  isWhole: boolean;
  /** FreeMarker markup of what stands in `#root`. */
  markup: string;
  /** FreeMarker text of the window's title. */
  title: string;
  /** Keys of the messages that the page shows. */
  messageKeys: string[];
}

/**
 * Draws a page at build time, with FreeMarker in the place of what only the server knows.
 *
 * @param pageId Keycloak's name of the page, e.g. `login.ftl`; for one that is drawn in the browser
 *   this gives the frame around it
 */
export function drawPage(pageId: string): DrawnPage {
  const drawn = pageId in drawnPages ? drawnPages[pageId as keyof typeof drawnPages] : undefined;
  const messageKeys = new Set<string>(["showPassword", "hidePassword", "restartLoginTooltip"]);
  const model = freemarkerModel<never>(messageKeys);
  return {
    isWhole: drawn !== undefined,
    markup: draw(model, <Frame>{drawn ? <drawn.Page /> : <NeedsScript />}</Frame>),
    title: toFreemarker(
      drawn
        ? `${model.msg(drawn.title)} – ${model.msg("brandName")}`
        : interpolation('msg("loginTitle", (realm.displayName)!"")'),
    ),
    messageKeys: [...messageKeys].sort(),
  };
}

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
