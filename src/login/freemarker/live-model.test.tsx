import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { liveModel } from "./live-model.tsx";
import type { Condition, PageModel } from "./page-model.tsx";

interface Context {
  name?: string;
  isOpen?: boolean;
  value?: unknown;
  schools?: string[];
}

const model = (context: Context, messages = {}) => liveModel<Context>(context, messages);

/** What a condition says, which only the model can tell. */
function holds(ask: (page: PageModel<Context>) => Condition, context: Context): boolean {
  const page = model(context);
  return page.choose(ask(page), "yes", "no") === "yes";
}

test.each<[value: unknown, isThere: boolean]>([
  [undefined, false],
  [null, false],
  ["", false],
  [[], false],
  ["a", true],
  [["a"], true],
  // FreeMarker's has_content takes both for content.
  [0, true],
  [false, true],
])("takes %j for content as FreeMarker does: %s", (value, isThere) => {
  expect(holds((page) => page.has((c) => c.value), { value })).toBe(isThere);
});

test("takes what is absent for no, and for an empty text", () => {
  expect(holds((page) => page.flag((c) => c.isOpen), {})).toBe(false);
  expect(model({}).text((c) => c.name)).toBe("");
});

test("puts conditions together", () => {
  const isOpen = (page: PageModel<Context>) => page.flag((c) => c.isOpen);
  const isBob = (page: PageModel<Context>) => page.equals((c) => c.name, "Bob");
  const anne = { isOpen: true, name: "Anne" };
  expect(holds((page) => page.all(isOpen(page), isBob(page)), anne)).toBe(false);
  expect(holds((page) => page.any(isOpen(page), isBob(page)), anne)).toBe(true);
  expect(holds((page) => page.not(isBob(page)), anne)).toBe(true);
});

test("sees whether a list has more than one item", () => {
  const isSeveral = (page: PageModel<Context>) => page.several((c) => c.schools);
  expect(holds(isSeveral, { schools: ["a", "b"] })).toBe(true);
  expect(holds(isSeveral, { schools: ["a"] })).toBe(false);
  expect(holds(isSeveral, {})).toBe(false);
});

test("compares two texts, also of two models", () => {
  const isBob = (page: PageModel<Context>) =>
    page.same(
      (c) => c.name,
      model({ name: "Bob" }),
      (c) => c.name,
    );
  expect(holds(isBob, { name: "Bob" })).toBe(true);
  expect(holds(isBob, { name: "Anne" })).toBe(false);
});

test("puts a code into groups, however long the last is", () => {
  expect(model({ name: "ABCDEFGH1234" }).grouped((c) => c.name, 4)).toBe("ABCD-EFGH-1234");
  expect(model({ name: "ABCDE" }).grouped((c) => c.name, 4)).toBe("ABCD-E");
});

test("looks at how a text begins", () => {
  const isAnne = (page: PageModel<Context>) => page.startsWith((c) => c.name, "Anne");
  expect(holds(isAnne, { name: "Anne-Marie" })).toBe(true);
  expect(holds(isAnne, { name: "Marianne" })).toBe(false);
  expect(holds(isAnne, {})).toBe(false);
});

test("puts an argument into a message as it is", () => {
  const messages = { backToSchool: "Back to {0}!" };
  const page = model({ name: "$& <b>" }, messages);
  expect(page.msgWith("backToSchool", (c) => c.name)).toBe("Back to $& <b>!");
});

test("takes a message that the server completed as it is", () => {
  const page = model(
    { name: "${client_account}" },
    { backToSchool: "To {0}", "backToSchool(name)": "To my account" },
  );
  expect(page.msgWith("backToSchool", (c) => c.name)).toBe("To my account");
});

test("divides a message where a link goes", () => {
  const page = model({}, { firstSignInText: "Press {0} now" });
  expect(page.msgAround("firstSignInText")).toEqual(["Press ", " now"]);
});

test("divides a message that a text of the server's completes", () => {
  const page = model({ name: "Microsoft" }, { emailLinkIdp1: "The {0} account {1} of {0}" });
  expect(page.msgAround("emailLinkIdp1", (c) => c.name)).toEqual([
    "The Microsoft account ",
    " of Microsoft",
  ]);
});

test("draws each item of a list, and none of a list that is absent", () => {
  const draw = (context: Context) => {
    const page = model(context);
    const list = page.each(
      (c) => c.schools,
      (school) => <li>{school.text((name) => name)}</li>,
    );
    return renderToStaticMarkup(list);
  };
  expect(draw({ schools: ["a", "<b>"] })).toBe("<li>a</li><li>&lt;b&gt;</li>");
  expect(draw({})).toBe("");
});
