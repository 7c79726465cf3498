import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { unpackedDistribution } from "../../../scripts/server/distribution.ts";
import { findJava } from "../../../scripts/server/java.ts";
import { keycloakVersion } from "../../../scripts/server/version.ts";
import { silentTeller } from "../../../scripts/terminal.ts";

/** Fills in templates by the FreeMarker that Keycloak brings, set up as Keycloak does. */
const program = `
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.*;
import java.io.*;
import java.nio.file.Path;
import java.util.*;

public class FillIn {
  public static void main(String[] args) throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<String> filled = new ArrayList<>();
    for (Map<String, Object> work : json.readValue(Path.of(args[0]).toFile(), Map[].class)) {
      Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
      configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
      Map<String, Object> data = (Map<String, Object>) withMethods(work.get("data"));
      Map<String, String> messages = (Map<String, String>) work.get("messages");
      data.put("msg", (TemplateMethodModelEx) given -> message(messages, given));
      data.put("messagesPerField", new Refusals((Map<String, String>) work.get("refusals")));
      Writer out = new StringWriter();
      new Template("page.ftl", (String) work.get("template"), configuration).process(data, out);
      filled.add(out.toString());
    }
    json.writeValue(System.out, filled);
  }

  /** Puts a method in the place of each answer that stands for one. */
  private static Object withMethods(Object value) {
    if (value instanceof List<?> list) return list.stream().map(FillIn::withMethods).toList();
    if (!(value instanceof Map<?, ?> map)) return value;
    if (map.containsKey("answers")) return (TemplateMethodModelEx) given -> map.get("answers");
    Map<Object, Object> copy = new HashMap<>();
    map.forEach((key, inner) -> copy.put(key, withMethods(inner)));
    return copy;
  }

  private static String message(Map<String, String> messages, List<?> given) {
    String key = given.get(0).toString();
    String text = messages.getOrDefault(key, key);
    for (int index = 1; index < given.size(); index++) {
      text = text.replace("{" + (index - 1) + "}", given.get(index).toString());
    }
    return text;
  }

  public record Refusals(Map<String, String> byField) {
    public String get(String field) {
      return byField.getOrDefault(field, "");
    }
    public String getFirstError(String... fields) {
      return Arrays.stream(fields).map(this::get).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
  }
}`;

/** A template, and what the server knows. */
export interface Work {
  template: string;
  /** Its methods are asked once, without arguments. */
  data: unknown;
  /** Messages by key; an argument stands in the place of `{0}`. */
  messages?: Record<string, string>;
  /** Why fields were refused, by their names. */
  refusals?: Record<string, string>;
}

/** Templates as Keycloak would send them, in order. */
export async function fillIn(works: Work[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "fill-in-"));
  try {
    const asked = works.map((work) => ({ messages: {}, refusals: {}, ...work }));
    await writeFile(join(folder, "works.json"), JSON.stringify(asked, answerOf));
    await writeFile(join(folder, "FillIn.java"), program);
    const libraries = join(
      await unpackedDistribution(keycloakVersion, silentTeller),
      "lib/lib/main",
    );
    const jars = (await readdir(libraries)).filter((jar) =>
      /freemarker-|jackson-(core|databind|annotations)-/.test(jar),
    );
    const { stdout } = await execa(await findJava(), [
      ...["-cp", jars.map((jar) => join(libraries, jar)).join(":")],
      ...[join(folder, "FillIn.java"), join(folder, "works.json")],
    ]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a method answers, for JSON, which has none. */
function answerOf(this: unknown, _: string, value: unknown): unknown {
  return typeof value === "function" ? { answers: value.call(this) } : value;
}
