import { expect, test } from "vitest";
import { fillIn } from "./fill-in.fixture.ts";
import { PageMessages } from "./page-messages.ts";
import { PageReads } from "./page-reads.ts";

test("a name cannot leave the script it stands in, whatever is in it", {
  timeout: 600_000,
}, async () => {
  const reads = new PageReads();
  reads.note(["client", "name"], "text");
  const messages = new PageMessages();
  messages.addFromServer("client.name", "client.name", (entry) => entry);
  const script = `return {context:${reads.script()},messages:${messages.script()}};`;

  const name = `</script><!--<script>]]>"'\`\\\${x}\u2028\u2029\r\n\t\u0000 é 😀`;
  const template = `<#outputformat "JavaScript">${script}</#outputformat>`;
  const [filled = ""] = await fillIn([{ template, data: { client: { name } } }]);
  expect(filled).not.toMatch(/<\/script|<!--|\]\]>|[\u2028\u2029]/i);
  expect(new Function(filled)()).toEqual({
    context: { client: { name } },
    messages: { [name]: name },
  });
});
