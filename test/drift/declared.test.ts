import { expect, test } from "vitest";
import { z } from "zod";
import { portalSchema, schoolSchema } from "../../scripts/config/schema.ts";
import { fullConfig } from "./declared.ts";

test("what is proven of every field is proven of every setting there is", async () => {
  const { schools, ...portal } = await fullConfig();
  const [complete] = schools;
  expect([...unset(portalSchema, portal), ...unset(schoolSchema, complete)]).toEqual([]);
});

/** The settings that a schema knows and a configuration does not have. */
function unset(schema: z.core.$ZodType, value: unknown, path = ""): string[] {
  if (value === undefined) return [path];
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) return [];
  const settings = value as Record<string, unknown>;
  return Object.entries(inner.shape).flatMap(([key, below]) =>
    unset(below, settings[key], path ? `${path}.${key}` : key),
  );
}
