import { expect, test } from "vitest";
import { PageMessages } from "./page-messages.ts";
import { PageReads } from "./page-reads.ts";

test("writes the values that were read, each as what it was read as", () => {
  const reads = new PageReads();
  reads.note(["url", "loginAction"], "text");
  reads.note(["realm", "rememberMe"], "flag");
  reads.note(["usernameHidden"], "presence");
  reads.note(["createTimeout"], "number");
  expect(reads.script()).toBe(
    '{url:{loginAction:${((url.loginAction)!"")?c}},' +
      "realm:{rememberMe:${((realm.rememberMe)!false)?c}}," +
      "usernameHidden:<#if (usernameHidden)?has_content>true<#else>null</#if>," +
      "createTimeout:${((createTimeout)!0)?c}}",
  );
});

test("an object that was asked after is null where it is absent, whatever is read of it", () => {
  const reads = new PageReads();
  reads.note(["locale"], "presence");
  reads.note(["locale", "current"], "text");
  expect(reads.script()).toBe(
    '{locale:<#if (locale)?has_content>{current:${((locale.current)!"")?c}}<#else>null</#if>}',
  );
});

test("writes of a list's items what is read of them", () => {
  const reads = new PageReads();
  reads.itemOf(["social", "providers"]).note(["loginUrl"], "text");
  expect(reads.script()).toBe(
    "{social:{providers:[<#list (social.providers)![] as socialprovidersItem>" +
      '{loginUrl:${((socialprovidersItem.loginUrl)!"")?c}},</#list>]}}',
  );
});

test("methods answer the arguments that the page calls them with", () => {
  const reads = new PageReads();
  reads.note(["fields", 'first("a", "b")'], "text");
  reads.note(["fields", 'first("c")'], "text");
  // Without FreeMarker in it, what was written is JavaScript.
  const script = reads
    .script()
    .replaceAll(/\$\{\(\((.*?)\)!""\)\?c\}/g, (_, path) => JSON.stringify(path));
  const { fields } = new Function(`return ${script}`)() as {
    fields: { first(...names: string[]): string };
  };
  expect(fields.first("a", "b")).toBe('fields.first("a", "b")');
  expect(fields.first("c")).toBe('fields.first("c")');
});

test("writes each message once, and those of a list's items within the list", () => {
  const messages = new PageMessages(["b", "a"]);
  messages.add("a");
  messages.addFromServer(
    '"x." + item',
    'msg("x." + item)',
    (entry) => `<#list l as item>${entry}</#list>`,
  );
  expect(messages.script()).toBe(
    '{"a":${msg("a")?c},"b":${msg("b")?c},<#list l as item>[${("x." + item)?c}]:${(msg("x." + item))?c},</#list>}',
  );
});
