import fc from "fast-check";
import { type Dialect, headers } from "./dialect.ts";

/** Any way of writing an export. */
export const anyDialect: fc.Arbitrary<Dialect> = fc.record({
  encoding: fc.constantFrom("utf-8", "utf-8 with a byte order mark", "windows-1252"),
  separator: fc.constantFrom(",", ";", "\t"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  quotes: fc.constantFrom("all", "needed"),
  names: fc.constantFrom(...(Object.keys(headers) as Dialect["names"][])),
  tellsSeparator: fc.boolean(),
});
