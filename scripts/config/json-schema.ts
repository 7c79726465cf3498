import { z } from "zod";
import { portalSchema, schoolSchema } from "./schema.ts";

/** The schemas that editors read, by the name of their file in `realm-config/`. */
export const publishedSchemas = {
  "portal.schema.json": portalSchema,
  "school.schema.json": schoolSchema,
} as const;

/** The name of a published schema's file. */
export type PublishedSchema = keyof typeof publishedSchemas;

/** `${NAME}`, `${NAME:-value}`, also in the midst of a text. */
const variable = String.raw`\$\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}`;

/**
 * The text of a published JSON Schema: what a file may say before variables are filled in, with an
 * explanation of each setting. Draft 7, which every YAML editor reads.
 */
export function jsonSchemaText(name: PublishedSchema): string {
  const schema = z.toJSONSchema(publishedSchemas[name], {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => acceptVariable(zodSchema, jsonSchema),
  });
  const { $schema, ...rest } = schema;
  const content = {
    $schema,
    $comment: "Made by npm run schema from scripts/config/schema.ts; change it there.",
    ...rest,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Lets a variable stand wherever a text of a certain form or one of certain words does. */
function acceptVariable(zodSchema: z.core.$ZodType, schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.enum) {
    schema.anyOf = [{ enum: schema.enum }, { pattern: variable }];
    delete schema.enum;
    return;
  }
  // Settings that share one zod schema are written one by one: a pattern is extended once.
  if (schema.pattern === undefined || schema.pattern.endsWith(variable)) return;
  schema.pattern = `${schema.pattern}|${variable}`;
  schema.patternErrorMessage = `Allowed: ${allowed(zodSchema)}, or a variable such as \${NAME}.`;
}

/** What the zod schema itself says to a wrong value. */
function allowed(schema: z.core.$ZodType): string {
  return z.safeParse(schema, null).error?.issues[0]?.message ?? "";
}
