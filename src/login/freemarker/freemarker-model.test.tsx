import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { freemarkerModel } from "./freemarker-model.tsx";
import { toFreemarker } from "./markers.ts";
import { PageMessages } from "./page-messages.ts";
import { PageReads } from "./page-reads.ts";

interface Context {
  name?: string;
  madeAt?: number;
  isOpen?: boolean;
  schools?: { name: string; parents: string[] }[];
}

const messages = new PageMessages();
const page = freemarkerModel<Context>(new PageReads(), messages);
const drawn = (node: ReactNode) => toFreemarker(renderToStaticMarkup(node));

test("shows nothing where Keycloak has no value", () => {
  expect(drawn(page.text((c) => c.name))).toBe('${(name)!""}');
});

test("branches on the server", () => {
  expect(
    drawn(
      page.branch(
        page.flag((c) => c.isOpen),
        <b>yes</b>,
        <i>no</i>,
      ),
    ),
  ).toBe("<#if ((isOpen)!false)><b>yes</b><#else><i>no</i></#if>");
});

test("leaves out the other branch where there is none", () => {
  expect(
    drawn(
      page.branch(
        page.has((c) => c.name),
        "yes",
        null,
      ),
    ),
  ).toBe("<#if ((name)?has_content)>yes</#if>");
});

test("puts conditions together", () => {
  const isOpen = page.flag((c) => c.isOpen);
  const isAnne = page.equals((c) => c.name, `"Anne"`);
  expect(drawn(page.choose(page.any(page.not(isOpen), page.all(isOpen, isAnne)), "a", "b"))).toBe(
    String.raw`<#if ((!((isOpen)!false)) || (((isOpen)!false) && (((name)!"") == "\"Anne\"")))>a<#else>b</#if>`,
  );
});

test("looks at how a text begins", () => {
  const isAnne = page.startsWith((c) => c.name, "Anne");
  expect(drawn(page.choose(isAnne, "a", "b"))).toBe(
    '<#if (((name)!"")?starts_with("Anne"))>a<#else>b</#if>',
  );
});

test("writes a number for programs, without a language's separators", () => {
  expect(drawn(page.number((c) => c.madeAt))).toBe("${((madeAt)!0)?c}");
});

test("puts a code into groups", () => {
  expect(drawn(page.grouped((c) => c.name, 4))).toBe(
    '${((name)!"")?replace("(.{4})(?=.)", "$1-", "r")}',
  );
});

test("compares an item with a text of the page", () => {
  const several = page.several((c) => c.schools);
  expect(drawn(page.choose(several, "a", "b"))).toBe(
    "<#if (((schools)![])?size gt 1)>a<#else>b</#if>",
  );
  const list = page.each(
    (c) => c.schools,
    (school) =>
      page.choose(
        school.same(
          (s) => s.name,
          page,
          (c) => c.name,
        ),
        "a",
        "b",
      ),
  );
  expect(drawn(list)).toBe(
    '<#list (schools)![] as item><#if (((item.name)!"") == ((name)!""))>a<#else>b</#if></#list>',
  );
});

test("draws each item of a list, and of a list within it", () => {
  const list = page.each(
    (c) => c.schools,
    (school) => (
      <li>
        {school.text((s) => s.name)}
        {school.each(
          (s) => s.parents,
          (parent) => parent.text((p) => p),
        )}
      </li>
    ),
  );
  expect(drawn(list)).toBe(
    '<#list (schools)![] as item><li>${(item.name)!""}' +
      '<#list (item.parents)![] as itemItem>${(itemItem)!""}</#list></li></#list>',
  );
});

test("asks the server for messages and notes which", () => {
  expect(drawn(page.msg("doLogIn"))).toBe('${msg("doLogIn")}');
  expect(drawn(page.msgWith("backToSchool", (c) => c.name))).toBe(
    '${msg("backToSchool", (name)!"")}',
  );
  expect(drawn(page.msgNamed((c) => c.name, "requiredAction."))).toBe(
    '${msg("requiredAction." + ((name)!""))}',
  );
  const [before, after] = page.msgAround("firstSignInText");
  expect(drawn([before, after])).toBe(
    '${msg("firstSignInText")?keep_before("{0}")}${msg("firstSignInText")?keep_after("{0}")}',
  );
  const [beforeName, afterName] = page.msgAround("emailLinkIdp1", (c) => c.name);
  expect(drawn([beforeName, afterName])).toBe(
    '${msg("emailLinkIdp1", (name)!"")?keep_before("{1}")}${msg("emailLinkIdp1", (name)!"")?keep_after("{1}")}',
  );
  expect(messages.keys).toEqual(["doLogIn", "firstSignInText"]);
  expect(messages.script()).toContain(
    '[${("backToSchool(name)")?c}]:${(msg("backToSchool", (name)!""))?c}',
  );
  expect(messages.script()).toContain('[${("requiredAction." + ((name)!""))?c}]');
});
