import { toMessageFormat } from "./message-format.ts";

/**
 * Messages as the content of a Java `.properties` file, to be written in UTF-8.
 *
 * @param messages our texts by key; see {@link toMessageFormat} for how they are written
 * @param brandName stands where a text says `{brand}`
 */
export function toProperties(messages: Record<string, string>, brandName: string): string {
  const formatted = Object.entries(messages).map(([key, text]) => [
    key,
    toMessageFormat(text, brandName),
  ]);
  return writeProperties(Object.fromEntries(formatted));
}

/** The same of values that nobody formats any more. */
export function writeProperties(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([key, value]) => `${escapeKey(key)}=${escapeValue(value)}\n`)
    .join("");
}

/** The entries of a Java `.properties` file; the values are still `MessageFormat` patterns. */
export function parseProperties(content: string): Record<string, string> {
  const logicalLines = content
    .replaceAll(/^[ \t\f]*[#!].*$/gm, "")
    .replaceAll(/(?<!\\)((?:\\\\)*)\\\r?\n[ \t\f]*/g, "$1")
    .split(/\r?\n/)
    .map((line) => line.trimStart())
    .filter((line) => line !== "");
  return Object.fromEntries(
    logicalLines.map((line) => {
      const [, key = "", value = ""] =
        /^((?:\\.|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*(.*)$/s.exec(line) ?? [];
      return [unescaped(key), unescaped(value)];
    }),
  );
}

function escapeKey(key: string): string {
  return key.replaceAll(/[\\=:#! ]/g, "\\$&");
}

/** In a value only a backslash, the end of a line and leading blanks mean something. */
function escapeValue(value: string): string {
  return value
    .replaceAll("\\", "\\\\")
    .replaceAll("\r", "\\r")
    .replaceAll("\n", "\\n")
    .replace(/^[ \t\f]/, "\\$&");
}

const controls: Record<string, string> = { n: "\n", r: "\r", t: "\t", f: "\f" };

function unescaped(text: string): string {
  return text.replaceAll(/\\(u([0-9a-fA-F]{4})|.)/gs, (_, escaped: string, code?: string) =>
    code === undefined
      ? (controls[escaped] ?? escaped)
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
