import type { Page } from "@playwright/test";
import type { Language, MessageKey } from "../../src/login/messages/index.ts";
import type { Portal } from "./portal.ts";

/** A state in which somebody meets a page. */
export interface PageState {
  /** What happened, as the end of a sentence. */
  name: string;
  /** Key of the page's heading. */
  heading: MessageKey;
  /** What the heading names; a school without it. */
  names?: string;
  /** Key of the heading once it was loaded again, where that leads to another page. */
  reloaded?: MessageKey;
  /** Leads a browser there, in a portal with every way in. */
  reach(page: Page, portal: Portal, language: Language): Promise<void>;
}
