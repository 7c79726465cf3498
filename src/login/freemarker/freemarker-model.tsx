import { Fragment } from "react";
import { directive, interpolation } from "./markers.ts";
import type { PageMessages } from "./page-messages.ts";
import { type Condition, completedMessage, groups, type PageModel } from "./page-model.tsx";
import type { PageReads, Use } from "./page-reads.ts";
import { freemarkerPath, freemarkerString, pathSteps } from "./path.ts";

const conditionOf = (expression: string) => ({ expression }) as unknown as Condition;
const expressionOf = (condition: Condition) =>
  (condition as unknown as { expression: string }).expression;

/** The list that a model's values come from, one item after the other. */
interface Loop {
  /** What FreeMarker calls the item. */
  item: string;
  /** Puts FreeMarker into the list. */
  around(freemarker: string): string;
}

/**
 * The model that answers in FreeMarker: texts are markers that become `${…}`, conditions become
 * `<#if …>`, lists `<#list …>`. Only the build uses it.
 *
 * @param reads receives what the page reads of Keycloak
 * @param messages receives which messages the page shows
 * @param loop the list in which this model stands for an item; none for the page's own context
 */
export function freemarkerModel<C>(
  reads: PageReads,
  messages: PageMessages,
  loop?: Loop,
): PageModel<C> {
  const path = (read: (context: C) => unknown) => `(${freemarkerPath(read, loop?.item ?? "")})`;
  const steps = (read: (context: C) => unknown) => pathSteps(read, loop !== undefined);
  const value = (read: (context: C) => unknown, use: Use) => {
    reads.note(steps(read), use);
    return path(read);
  };
  const text = (read: (context: C) => unknown) => `${value(read, "text")}!""`;
  const msg = (key: string) => {
    messages.add(key);
    return `msg(${freemarkerString(key)})`;
  };
  const completed = (key: string, read: (context: C) => unknown) => {
    if (loop) throw new Error("A message with an item's text in it cannot be drawn for each item");
    const text = `msg(${freemarkerString(key)}, ${path(read)}!"")`;
    messages.addFromServer(freemarkerString(completedMessage(key, read)), text, around);
    return text;
  };
  const around = loop?.around ?? ((freemarker: string) => freemarker);
  return {
    text: (read) => interpolation(text(read)),
    grouped: (read, size) =>
      interpolation(`(${text(read)})?replace(${freemarkerString(groups(size))}, "$1-", "r")`),
    number: (read) => interpolation(`(${value(read, "number")}!0)?c`),
    flag: (read) => conditionOf(`(${value(read, "flag")}!false)`),
    has: (read) => conditionOf(`(${value(read, "presence")}?has_content)`),
    several(read) {
      reads.itemOf(steps(read));
      return conditionOf(`((${path(read)}![])?size gt 1)`);
    },
    equals: (read, literal) => conditionOf(`((${text(read)}) == ${freemarkerString(literal)})`),
    same: (read, other, readOther) =>
      conditionOf(`((${text(read)}) == ${other.operand(readOther)})`),
    operand: (read) => `(${text(read)})`,
    startsWith: (read, literal) =>
      conditionOf(`((${text(read)})?starts_with(${freemarkerString(literal)}))`),
    not: (condition) => conditionOf(`(!${expressionOf(condition)})`),
    all: (...conditions) => conditionOf(`(${conditions.map(expressionOf).join(" && ")})`),
    any: (...conditions) => conditionOf(`(${conditions.map(expressionOf).join(" || ")})`),
    choose: (condition, then, otherwise) =>
      directive(`<#if ${expressionOf(condition)}>`) +
      then +
      directive("<#else>") +
      otherwise +
      directive("</#if>"),
    msg: (key) => interpolation(msg(key)),
    msgWith: (key, read) => interpolation(completed(key, read)),
    msgNamed(read, prefix = "") {
      const name = `${freemarkerString(prefix)} + (${text(read)})`;
      messages.addFromServer(name, `msg(${name})`, around);
      return interpolation(`msg(${name})`);
    },
    msgAround(key, read) {
      const [whole, place] = read ? [completed(key, read), '"{1}"'] : [msg(key), '"{0}"'];
      return [
        interpolation(`${whole}?keep_before(${place})`),
        interpolation(`${whole}?keep_after(${place})`),
      ];
    },
    branch: (condition, then, otherwise) => (
      <Fragment>
        {directive(`<#if ${expressionOf(condition)}>`)}
        {then}
        {otherwise !== null && directive("<#else>")}
        {otherwise}
        {directive("</#if>")}
      </Fragment>
    ),
    each(read, draw) {
      const item = loop ? `${loop.item}Item` : "item";
      const [open, close] = [`<#list ${path(read)}![] as ${item}>`, "</#list>"];
      const inner: Loop = { item, around: (content) => around(open + content + close) };
      return (
        <Fragment>
          {directive(open)}
          {draw(freemarkerModel(reads.itemOf(steps(read)), messages, inner))}
          {directive(close)}
        </Fragment>
      );
    },
  };
}
