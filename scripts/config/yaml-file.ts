import {
  type Document,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { didYouMean } from "./suggestion.ts";

/** Where `${NAME}` takes its value from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What came of reading one file: its value, or everything that is wrong with it. */
export type Reading<T> = { value: T; mistakes: [] } | { value?: undefined; mistakes: UserError[] };

/**
 * Reads one YAML text: fills in `${NAME}` and `${NAME:-default}`, and checks it.
 *
 * @param file the file's path as it is shown to people
 * @param text its content
 * @param schema what it may say; an issue's message completes "allowed: …"
 * @param secretKeys keys whose value must come from a variable and is never shown
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  environment: Environment,
  secretKeys: readonly string[] = [],
): Reading<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined) => `${file}:${lines.linePos(offset ?? 0).line || 1}`;

  if (document.errors.length > 0) {
    const mistakes = document.errors.map(
      (error) =>
        new UserError(
          "CONFIG_NOT_YAML",
          `${at(error.pos[0])} is not valid YAML: ${error.message}`,
          "Correct the line; spaces at the beginning of lines count in YAML.",
        ),
    );
    return { mistakes };
  }

  const mistakes = aliases(document, at);
  if (mistakes.length > 0) return { mistakes };
  const filled = fillIn(document, environment, at, mistakes);
  const checked = schema.safeParse(document.toJS() ?? {});
  for (const secret of literalSecrets(document, filled, secretKeys)) {
    mistakes.push(
      new UserError(
        "CONFIG_SECRET_IN_FILE",
        `${at(secret.node.range?.[0])}: "${secret.key}" is written in the file`,
        `Write a variable such as \${SMTP_PASSWORD} there, set it in the environment or in .env, and change the secret if the file was ever shared.`,
      ),
    );
  }
  for (const issue of checked.error?.issues ?? []) {
    mistakes.push(...explain(issue, { document, filled, schema, secretKeys, at }));
  }
  return checked.success && mistakes.length === 0
    ? { value: checked.data, mistakes: [] }
    : { mistakes };
}

interface Place {
  readonly document: Document;
  readonly filled: Filled;
  readonly schema: z.ZodType;
  readonly secretKeys: readonly string[];
  readonly at: (offset: number | undefined) => string;
}

/** The scalars that held variables, with their text as written; `missing` had none to fill in. */
interface Filled {
  readonly sources: Map<unknown, string>;
  readonly missing: Set<unknown>;
}

/** References to another place in the file, which would let a secret or a flood of copies pass. */
function aliases(document: Document, at: Place["at"]): UserError[] {
  const found: UserError[] = [];
  visit(document, {
    Alias(_, node) {
      found.push(
        new UserError(
          "CONFIG_ALIAS",
          `${at(node.range?.[0])} refers to another place with "*${node.source}"`,
          "Write the value out; a text that begins with * goes into quotes.",
        ),
      );
    },
  });
  return found;
}

const variable = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

function fillIn(
  document: Document,
  environment: Environment,
  at: Place["at"],
  mistakes: UserError[],
): Filled {
  const filled: Filled = { sources: new Map(), missing: new Set() };
  const told = new Set<string>();
  visit(document, {
    Scalar(role, node: Scalar) {
      if (role === "key" || typeof node.value !== "string" || !node.value.includes("${")) return;
      const source = node.value;
      filled.sources.set(node, source);
      if (source.replace(variable, "").includes("${")) {
        mistakes.push(
          new UserError(
            "CONFIG_VARIABLE",
            `${at(node.range?.[0])}: a variable is written neither \${NAME} nor \${NAME:-value}`,
            "Correct it; a name has letters, digits and underscores.",
          ),
        );
      }
      node.value = source.replace(variable, (_, name: string, fallback: string | undefined) => {
        // An empty variable is one that somebody forgot to fill in.
        const value = environment[name] || fallback;
        if (value !== undefined) return value;
        filled.missing.add(node);
        // Once for each file is enough.
        if (told.has(name)) return "";
        told.add(name);
        mistakes.push(
          new UserError(
            "CONFIG_MISSING_VARIABLE",
            `${at(node.range?.[0])} needs the variable ${name}, which is not set`,
            `Set ${name} in the environment or in the file .env.`,
          ),
        );
        return "";
      });
      // `${NAME:-}` says that the setting is optional: nothing given, nothing set.
      if (node.value === "" && !filled.missing.has(node)) node.value = undefined;
    },
  });
  return filled;
}

function literalSecrets(document: Document, filled: Filled, secretKeys: readonly string[]) {
  const found: { key: string; node: Scalar }[] = [];
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key) || !isScalar(pair.value)) return;
      const key = String(pair.key.value);
      if (!secretKeys.includes(key) || pair.value.value == null) return;
      const source = filled.sources.get(pair.value);
      // A value for when the variable is not set is written in the file, too.
      const written = source?.replace(
        variable,
        (_, __, fallback: string | undefined) => fallback ?? "",
      );
      if (written !== "") {
        found.push({ key, node: pair.value });
      }
    },
  });
  return found;
}

/** A variable whose value is a secret, whatever place it was put in by mistake. */
const secretVariable = /\$\{\w*(PASSWORD|SECRET|TOKEN|KEY)/i;

function explain(issue: z.core.$ZodIssue, place: Place): UserError[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const { node, offset, found } = locate(place.document, path);
  if (place.filled.missing.has(node)) return [];
  const name = path.length > 0 ? `"${dotted(path)}"` : "the content";

  if (issue.code === "unrecognized_keys") {
    const allowed = allowedKeys(place.schema, path);
    return issue.keys.map((key) => {
      const meant = didYouMean(key, allowed);
      return new UserError(
        "CONFIG_UNKNOWN_KEY",
        `${place.at(keyOffset(node, key) ?? offset)}: the key "${dotted([...path, key])}" is unknown`,
        `${meant ? `Did you mean "${meant}"? ` : ""}Allowed here: ${allowed.join(", ")}.`,
      );
    });
  }
  const allowed = allowedValue(issue);
  if (!found) {
    // It stands there, and its variable has no value.
    const empty = place.document.getIn(path, true);
    const source = place.filled.sources.get(empty);
    if (isScalar(empty) && source !== undefined) {
      return [
        new UserError(
          "CONFIG_MISSING_KEY",
          `${place.at(empty.range?.[0])}: ${name} is empty, allowed: ${allowed}`,
          `Set the variable in ${source}, in the environment or in the file .env.`,
        ),
      ];
    }
    return [
      new UserError(
        "CONFIG_MISSING_KEY",
        `${place.at(offset)}: ${name} is missing, allowed: ${allowed}`,
        "Add it.",
      ),
    ];
  }
  const isSecret =
    place.secretKeys.includes(String(path.at(-1))) ||
    secretVariable.test(place.filled.sources.get(node) ?? "");
  const shown = isSecret ? "(not shown)" : quoted(node);
  return [
    new UserError(
      "CONFIG_INVALID_VALUE",
      `${place.at(offset)}: ${name} is ${shown}, allowed: ${allowed}`,
      place.filled.sources.has(node)
        ? `Correct it, or the variable in ${place.filled.sources.get(node)}.`
        : "Correct it.",
    ),
  ];
}

/** The node at a path, or, where there is none, the nearest one around it. */
function locate(document: Document, path: readonly (string | number)[]) {
  for (let length = path.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const node = document.getIn(path.slice(0, length), true);
    if (node === undefined || (isScalar(node) && node.value === undefined)) continue;
    const offset = keyOffset(parent, path[length - 1]) ?? (node as Scalar).range?.[0];
    return { node, offset, found: length === path.length };
  }
  return {
    node: document.contents,
    offset: document.contents?.range?.[0],
    found: path.length === 0,
  };
}

function keyOffset(node: unknown, key: string | number | undefined): number | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

function allowedValue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return issue.values.join(", ");
    case "invalid_type":
      // A message of zod's own, not one of ours.
      return issue.message.startsWith("Invalid") ? typeName(issue.expected) : issue.message;
    case "too_small":
      return issue.message.startsWith("Too") ? `at least ${issue.minimum}` : issue.message;
    default:
      return issue.message;
  }
}

function typeName(expected: string): string {
  if (expected === "object") return "a block of settings";
  if (expected === "array") return "a list";
  if (expected === "string") return "text";
  return expected;
}

/** The keys a block may have, read from the schema itself. */
function allowedKeys(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let here = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  for (const part of path) {
    const next = typeof part === "number" ? here.items : here.properties?.[part];
    if (typeof next !== "object" || Array.isArray(next)) return [];
    here = next as typeof here;
  }
  return Object.keys(here.properties ?? {});
}

function quoted(node: unknown): string {
  if (!isScalar(node)) return isMap(node) ? "a block of settings" : "a list";
  const text = JSON.stringify(node.value);
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
}

function dotted(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index ? "." : ""}${part}`))
    .join("");
}
