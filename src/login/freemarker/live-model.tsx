import { Fragment } from "react";
import { type Condition, completedMessage, groups, type PageModel } from "./page-model.tsx";

const conditionOf = (holds: boolean) => ({ holds }) as unknown as Condition;
const holds = (condition: Condition) => (condition as unknown as { holds: boolean }).holds;

/**
 * The model that answers from the values the server gave the page, for the browser, Storybook and
 * tests.
 *
 * @param context what is read from
 * @param messages the page's messages by key, in its language, with `{0}` where an argument goes, and
 *   those that the server completed by their `completedMessage` name
 */
export function liveModel<C>(
  context: C,
  messages: Readonly<Record<string, string | undefined>>,
): PageModel<C> {
  const msg = (key: string) => messages[key] ?? key;
  const completed = (key: string, read: (context: C) => unknown) =>
    messages[completedMessage(key, read)] ??
    msg(key).replaceAll("{0}", () => String(read(context) ?? ""));
  return {
    text: (read) => read(context) ?? "",
    grouped: (read, size) => (read(context) ?? "").replace(RegExp(groups(size), "g"), "$1-"),
    number: (read) => String(read(context) ?? 0),
    flag: (read) => conditionOf(read(context) === true),
    has: (read) => {
      const value = read(context);
      return conditionOf(
        value !== undefined && value !== null && value !== "" && !isEmptyArray(value),
      );
    },
    several: (read) => conditionOf((read(context)?.length ?? 0) > 1),
    equals: (read, literal) => conditionOf((read(context) ?? "") === literal),
    same: (read, other, readOther) =>
      conditionOf((read(context) ?? "") === other.operand(readOther)),
    operand: (read) => read(context) ?? "",
    startsWith: (read, literal) => conditionOf((read(context) ?? "").startsWith(literal)),
    not: (condition) => conditionOf(!holds(condition)),
    all: (...conditions) => conditionOf(conditions.every(holds)),
    any: (...conditions) => conditionOf(conditions.some(holds)),
    choose: (condition, then, otherwise) => (holds(condition) ? then : otherwise),
    msg,
    msgWith: completed,
    msgNamed: (read, prefix = "") => msg(prefix + (read(context) ?? "")),
    msgAround: (key, read) => {
      const [before = "", after = ""] = read
        ? completed(key, read).split("{1}")
        : msg(key).split("{0}");
      return [before, after];
    },
    branch: (condition, then, otherwise) => (holds(condition) ? then : otherwise),
    each: (read, draw) =>
      (read(context) ?? []).map((item, index) => (
        // Keycloak's lists do not change while a page is shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: the order never changes
        <Fragment key={index}>{draw(liveModel(item, messages))}</Fragment>
      )),
  };
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
