import { Fragment } from "react";
import { directive, interpolation } from "./markers.ts";
import type { Condition, PageModel } from "./page-model.tsx";
import { freemarkerPath, freemarkerString } from "./path.ts";

const conditionOf = (expression: string) => ({ expression }) as unknown as Condition;
const expressionOf = (condition: Condition) =>
  (condition as unknown as { expression: string }).expression;

/**
 * The model that answers in FreeMarker: texts are markers that become `${…}`, conditions become
 * `<#if …>`, lists `<#list …>`. Only the build uses it.
 *
 * @param messageKeys receives the key of each message the page shows; the browser needs them to take
 *   the page over
 * @param root FreeMarker name of the object that is read from; `""` is the page's own context
 */
export function freemarkerModel<C>(messageKeys: Set<string>, root = ""): PageModel<C> {
  const path = (read: (context: C) => unknown) => `(${freemarkerPath(read, root)})`;
  const text = (read: (context: C) => unknown) => `${path(read)}!""`;
  const msg = (key: string, ...argumentExpressions: string[]) => {
    messageKeys.add(key);
    return `msg(${[freemarkerString(key), ...argumentExpressions].join(", ")})`;
  };
  return {
    text: (read) => interpolation(text(read)),
    flag: (read) => conditionOf(`(${path(read)}!false)`),
    has: (read) => conditionOf(`(${path(read)}?has_content)`),
    equals: (read, literal) => conditionOf(`((${text(read)}) == ${freemarkerString(literal)})`),
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
    msgWith: (key, read) => interpolation(msg(key, text(read))),
    msgNamed: (read, prefix = "") =>
      interpolation(`msg(${freemarkerString(prefix)} + (${text(read)}))`),
    msgAround: (key) => [
      interpolation(`${msg(key)}?keep_before("{0}")`),
      interpolation(`${msg(key)}?keep_after("{0}")`),
    ],
    branch: (condition, then, otherwise) => (
      <Fragment>
        {directive(`<#if ${expressionOf(condition)}>`)}
        {then}
        {otherwise !== null && directive("<#else>")}
        {otherwise}
        {directive("</#if>")}
      </Fragment>
    ),
    each: (read, draw) => {
      const item = root === "" ? "item" : `${root}Item`;
      return (
        <Fragment>
          {directive(`<#list ${path(read)}![] as ${item}>`)}
          {draw(freemarkerModel(messageKeys, item))}
          {directive("</#list>")}
        </Fragment>
      );
    },
  };
}
