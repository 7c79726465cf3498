import { z } from "zod";
import { UserError } from "../errors.ts";
import type { ObjectKind } from "./plan.ts";

/**
 * What portail remembers in the realm itself, as the realm's attributes `portail.made` and
 * `portail.secrets`: another machine, or another person, goes on from the same knowledge.
 */
export interface Notes {
  /** The names of what portail has made, by kind: nothing else is ever removed. */
  readonly made: Readonly<Partial<Record<ObjectKind, readonly string[]>>>;
  /** Keyed hashes of the secrets that portail has written, by `secretName`. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Of a realm that portail has not worked on. */
export const noNotes: Notes = { made: {}, secrets: {} };

const attributes = { made: "portail.made", secrets: "portail.secrets" } as const;
const madeSchema = z.record(z.string(), z.array(z.string()));
const secretsSchema = z.record(z.string(), z.string());

/**
 * The notes in a realm's attributes.
 *
 * @throws {UserError} `REALM_NOTES` when somebody has damaged them
 */
export function notesFrom(realmAttributes: Readonly<Record<string, unknown>> = {}): Notes {
  return {
    made: parsed(madeSchema, attributes.made, realmAttributes),
    secrets: parsed(secretsSchema, attributes.secrets, realmAttributes),
  };
}

/** The realm's attributes that hold the notes. */
export function notesAttributes({ made, secrets }: Notes): Record<string, string> {
  return {
    [attributes.made]: JSON.stringify(made),
    [attributes.secrets]: JSON.stringify(secrets),
  };
}

/** Whether portail has made an object of this name. */
export function isMade({ made }: Notes, kind: ObjectKind, name: string): boolean {
  return made[kind]?.includes(name) ?? false;
}

function parsed<T extends z.ZodType>(
  schema: T,
  attribute: string,
  realmAttributes: Readonly<Record<string, unknown>>,
): z.output<T> {
  const text = realmAttributes[attribute];
  if (text === undefined) return schema.parse({});
  try {
    return schema.parse(JSON.parse(String(text)));
  } catch (cause) {
    throw new UserError(
      "REALM_NOTES",
      `the realm's attribute "${attribute}", in which portail keeps its notes, can't be read`,
      `Remove the attribute, then run "portail apply --adopt" so that portail takes its objects over again.`,
      { cause },
    );
  }
}
