import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unpackedDistribution } from "../../../scripts/server/distribution.ts";
import { findJava } from "../../../scripts/server/java.ts";
import { keycloakVersion } from "../../../scripts/server/version.ts";
import { silentTeller } from "../../../scripts/terminal.ts";
import { PageMessages } from "./page-messages.ts";
import { PageReads } from "./page-reads.ts";

/** Fills in a template as Keycloak does, by its own FreeMarker; `name` is a text in hexadecimal. */
const program = `
import freemarker.core.HTMLOutputFormat;
import freemarker.template.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

class Fill {
  public static void main(String[] args) throws Exception {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    Template template = new Template("page.ftl", Files.readString(Path.of(args[0])), configuration);
    String name = new String(HexFormat.of().parseHex(args[1]), StandardCharsets.UTF_8);
    Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
    template.process(Map.of("client", Map.of("name", name)), out);
    out.flush();
  }
}`;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "escaping-"));
  const reads = new PageReads();
  reads.note(["client", "name"], "text");
  const messages = new PageMessages();
  messages.addFromServer("client.name", "client.name", (entry) => entry);
  const script = `return {context:${reads.script()},messages:${messages.script()}};`;
  await writeFile(join(dir, "page.ftl"), `<#outputformat "JavaScript">${script}</#outputformat>`);
  await writeFile(join(dir, "Fill.java"), program);
});
afterAll(() => rm(dir, { recursive: true }));

test("a name cannot leave the script it stands in, whatever is in it", {
  timeout: 600_000,
}, async () => {
  const name = `</script><!--<script>]]>"'\`\\\${x}\u2028\u2029\r\n\t\u0000 é 😀`;
  const libraries = join(await unpackedDistribution(keycloakVersion, silentTeller), "lib/lib/main");
  const freemarker = (await readdir(libraries)).find((jar) => jar.includes("freemarker-"));
  const { stdout } = await execa(await findJava(), [
    ...["-cp", join(libraries, freemarker ?? "")],
    join(dir, "Fill.java"),
    join(dir, "page.ftl"),
    Buffer.from(name).toString("hex"),
  ]);
  expect(stdout).not.toMatch(/<\/script|<!--|\]\]>|[\u2028\u2029]/i);
  expect(new Function(stdout)()).toEqual({
    context: { client: { name } },
    messages: { [name]: name },
  });
});
