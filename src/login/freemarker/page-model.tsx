import { createContext, Fragment, type ReactNode, useContext } from "react";
import type { KcContext } from "../KcContext.ts";
import type { MessageKey } from "../messages/index.ts";
import { freemarkerPath } from "./path.ts";

/**
 * What a page reads of Keycloak, without knowing whether it is drawn by FreeMarker on the server or
 * taken over in the browser. There is one source for both: at build time every page is rendered with
 * a model that answers in FreeMarker (`freemarker-model.tsx`), in the browser with one that answers
 * from `window.kcContext` (`live-model.tsx`). Both must say the same, or the page would jump.
 *
 * @typeParam C the part of Keycloak's page context it reads
 */
export interface PageModel<C> {
  /** A text, `""` where Keycloak has none. */
  text(read: (context: C) => string | undefined): string;
  /** A long code in groups of `size` signs, with hyphens between them. */
  grouped(read: (context: C) => string | undefined, size: number): string;
  /** A number as programs read it, `0` where Keycloak has none. */
  number(read: (context: C) => number | string | undefined): string;
  /** Whether a yes-or-no value is yes; absent counts as no. */
  flag(read: (context: C) => boolean | undefined): Condition;
  /** Whether a value is there and is not empty. */
  has(read: (context: C) => unknown): Condition;
  /** Whether a list has more than one item. */
  several(read: (context: C) => readonly unknown[] | undefined): Condition;
  /** Whether a text equals `literal`. */
  equals(read: (context: C) => string | undefined, literal: string): Condition;
  /** Whether a text equals another one, e.g. an item's id that of the item chosen on the page. */
  same<O>(
    read: (context: C) => string | undefined,
    other: PageModel<O>,
    readOther: (context: O) => string | undefined,
  ): Condition;
  /** Whether a text begins with `literal`. */
  startsWith(read: (context: C) => string | undefined, literal: string): Condition;
  not(condition: Condition): Condition;
  all(...conditions: Condition[]): Condition;
  any(...conditions: Condition[]): Condition;
  /** One of two texts, for an attribute that depends on a state. */
  choose(condition: Condition, then: string, otherwise: string): string;
  /** A message in the page's language. */
  msg(key: PageMessageKey): string;
  /** A message in which a text of Keycloak's stands in the place of `{0}`, e.g. a school's name. */
  msgWith(key: PageMessageKey, read: (context: C) => string | number | undefined): string;
  /** The message whose key, after `prefix`, Keycloak names, e.g. the heading of an information page. */
  msgNamed(read: (context: C) => string | undefined, prefix?: string): string;
  /**
   * What stands before and after `{0}` in a message, for a link within a sentence. Where a text of
   * Keycloak's is read, that one stands in the place of `{0}`, and the message is divided at `{1}`.
   */
  msgAround(
    key: PageMessageKey,
    read?: (context: C) => string | undefined,
  ): [before: string, after: string];
  /** @internal What `same` compares with. */
  operand(read: (context: C) => string | undefined): string;
  /** @internal `<If>` and `<Each>` are what pages use. */
  branch(condition: Condition, then: ReactNode, otherwise: ReactNode): ReactNode;
  /** @internal */
  each<Item>(
    read: (context: C) => readonly Item[] | undefined,
    draw: (item: PageModel<Item>) => ReactNode,
  ): ReactNode;
}

/** A message that pages show: ours, or one the brand gives (its name and its addresses). */
export type PageMessageKey = MessageKey | "brandName" | "termsUrl" | "privacyUrl";

declare const condition: unique symbol;
/** A state of the page. Only `<If>`, `choose` and the model's own connectives can look inside. */
export type Condition = { readonly [condition]: true };

/**
 * The name by which the browser asks for a message that the server completed with a text of its own,
 * such as a school's name.
 */
export function completedMessage<C>(key: string, read: (context: C) => unknown): string {
  return `${key}(${freemarkerPath(read, "")})`;
}

/** Finds each whole group of signs that another follows: a pattern for JavaScript and Java alike. */
export function groups(size: number): string {
  return `(.{${size}})(?=.)`;
}

/** The context of a page by its Keycloak name, e.g. `login.ftl`. */
export type ContextOf<PageId extends KcContext["pageId"]> = Extract<KcContext, { pageId: PageId }>;

const ModelContext = createContext<PageModel<never> | undefined>(undefined);

/** Gives the pages below it the model they read from. */
export function PageModelProvider(props: { model: PageModel<never>; children: ReactNode }) {
  return <ModelContext.Provider value={props.model}>{props.children}</ModelContext.Provider>;
}

/** The model of the page being drawn, typed for `PageId`; without one, for what all pages have. */
export function usePage<PageId extends KcContext["pageId"] = KcContext["pageId"]>(): PageModel<
  ContextOf<PageId>
> {
  const model = useContext(ModelContext);
  if (model === undefined) throw new Error("usePage is called outside a PageModelProvider");
  return model as PageModel<never> as PageModel<ContextOf<PageId>>;
}

/** Draws `children` in one state of the page and `otherwise` in the others. */
export function If(props: { test: Condition; children: ReactNode; otherwise?: ReactNode }) {
  const page = usePage();
  return <Fragment>{page.branch(props.test, props.children, props.otherwise ?? null)}</Fragment>;
}

/** Draws each item of a list of Keycloak's; `children` is called with a model of the item. */
export function Each<PageId extends KcContext["pageId"], Item>(props: {
  page: PageModel<ContextOf<PageId>>;
  of: (context: ContextOf<PageId>) => readonly Item[] | undefined;
  children: (item: PageModel<Item>) => ReactNode;
}) {
  return <Fragment>{props.page.each(props.of, props.children)}</Fragment>;
}
