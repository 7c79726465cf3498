import { readdir, readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { jsonSchemaText, type PublishedSchema, publishedSchemas } from "./json-schema.ts";

const names = Object.keys(publishedSchemas) as PublishedSchema[];

/** What is wrong with a file's content, as `path keyword`. */
function mistakes(name: PublishedSchema, content: unknown): string[] {
  // Editors alone read patternErrorMessage.
  const validate = new Ajv({ allErrors: true, keywords: ["patternErrorMessage"] }).compile(
    JSON.parse(jsonSchemaText(name)),
  );
  return validate(content)
    ? []
    : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

async function yaml(file: string) {
  const text = await readFile(`realm-config/${file}`, "utf8");
  return { text, content: parse(text) };
}

test.each(names)("%s is what npm run schema writes", async (name) => {
  expect(await readFile(`realm-config/${name}`, "utf8")).toBe(jsonSchemaText(name));
});

test.each(names)("%s explains each setting", (name) => {
  const unexplained: string[] = [];
  const look = (
    schema: { properties?: Record<string, object>; description?: string },
    at: string,
  ) => {
    if (schema.description === undefined) unexplained.push(at);
    for (const [key, inner] of Object.entries(schema.properties ?? {})) look(inner, `${at}/${key}`);
  };
  look(JSON.parse(jsonSchemaText(name)), "");
  expect(unexplained).toEqual([]);
});

test("the shipped files name their schema and are valid by it", async () => {
  const portal = await yaml("portal.yaml");
  expect(portal.text).toMatch(/^# yaml-language-server: \$schema=portal\.schema\.json\n/);
  expect(mistakes("portal.schema.json", portal.content)).toEqual([]);
  for (const file of await readdir("realm-config/schools")) {
    const school = await yaml(`schools/${file}`);
    expect(school.text).toMatch(/^# yaml-language-server: \$schema=\.\.\/school\.schema\.json\n/);
    expect(mistakes("school.schema.json", school.content), file).toEqual([]);
  }
});

describe("in an editor", () => {
  const variable = "${NAME:-x}";

  it.each([
    ["a number", { mail: { port: 25 } }],
    ["a number in quotes", { mail: { port: "25" } }],
    ["a variable for a number", { mail: { port: variable } }],
    ["a variable for one of certain words", { mail: { encryption: variable } }],
    ["a variable for a duration", { sessions: { idle: variable } }],
    ["a variable for an address", { links: { terms: variable } }],
    ["a variable within an address", { links: { terms: `${variable}/terms` } }],
    [
      "an address for each language",
      {
        links: {
          terms: {
            fr: variable,
            nl: "https://b.example",
            de: "https://b.example",
            en: "https://b.example",
          },
        },
      },
    ],
    ["a variable in a list", { languages: { offered: [variable, "fr"] } }],
  ])("%s is accepted", async (_, change) => {
    expect(mistakes("portal.schema.json", await changed(change))).toEqual([]);
  });

  it.each([
    ["an unknown key", { mail: { hots: "x" } }, "/mail additionalProperties"],
    ["a number out of range", { mail: { port: 70_000 } }, "/mail/port maximum"],
    ["another word", { mail: { encryption: "ssl" } }, "/mail/encryption enum"],
    ["a wrong duration", { sessions: { idle: "two hours" } }, "/sessions/idle pattern"],
    ["plain http", { links: { terms: "http://a.example" } }, "/links/terms pattern"],
    ["a language nobody wrote", { languages: { default: "it" } }, "/languages/default enum"],
    ["a variable written wrongly", { sessions: { idle: "${A-B}" } }, "/sessions/idle pattern"],
  ])("%s is underlined", async (_, change, mistake) => {
    expect(mistakes("portal.schema.json", await changed(change))).toContain(mistake);
  });

  it("a wrong address says what is allowed", () => {
    const { home } = JSON.parse(jsonSchemaText("school.schema.json")).properties.application
      .properties;
    expect(home).toMatchObject({
      description: 'Where "back to the school" leads.',
      patternErrorMessage: expect.stringMatching(
        /^Allowed: an https:\/\/ address .* \$\{NAME\}\.$/,
      ),
    });
  });
});

/** The shipped portal.yaml with some settings of its blocks changed. */
async function changed(change: Record<string, object>): Promise<unknown> {
  const { content } = await yaml("portal.yaml");
  for (const [block, settings] of Object.entries(change)) Object.assign(content[block], settings);
  return content;
}
