import { z } from "zod";

/*
 * The report of an import for operations, `report.json`: what became of each row and why.
 *
 * It is one JSON document in a fixed layout of lines, so that neither who writes it nor who reads it
 * needs to hold it: an import of a million rows may have as many findings.
 *
 *   first line   {"version":1,"startedAt":…,"dryRun":…,"files":[…],"findings":[
 *   then         one finding a line, each but the first after a comma
 *   last line    ],"endedAt":…,"schools":{…},"rows":{…},"accounts":{…},"passwords":…}
 *
 * A report without its last line is of an import that did not come to its end.
 */

/** The name of the report in its folder. */
export const reportFileName = "report.json";

/**
 * What the folder of a report is called, where nobody says otherwise: in order by name, without signs
 * that a file's name can't have everywhere, and another one for each of two imports in one second.
 */
export function reportFolderName(moment: Date): string {
  return moment.toISOString().replaceAll(/[:.]/g, "-");
}

/** What an import may find about a row, a person or an account. `docs/operations.md` explains each. */
export const findingKinds = [
  "rejected",
  "address-changed",
  "address-updated",
  "username-twice",
  "number-twice",
  "contradiction",
  "password-needed",
  "password-not-taken",
  "name-conflict",
  "language-unknown",
  "without-email",
  "missing",
  "left",
  "account-unclear",
] as const;

/** One of `findingKinds`. */
export type FindingKind = (typeof findingKinds)[number];

/** Something that operations, a school or support should know. No secret is in it. */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  /** The school's id; "" where the row names none that is known. */
  school: z.string(),
  /** The file as it was named; only where the finding is about a row. */
  file: z.string().optional(),
  /** Counted from 1, the header included; only where the finding is about a row. */
  line: z.int().positive().optional(),
  /** The English name of the column that is to blame. */
  column: z.string().optional(),
  /** As accounts have it: in NFC and small letters. */
  address: z.string().optional(),
  /** The old user name, as the attribute `<id>.username` has it: in NFC and small letters. */
  username: z.string().optional(),
  /** The school's own number, as the attribute `<id>.person` has it. */
  personId: z.string().optional(),
  /** What there is to say beyond the kind, for operations alone. */
  detail: z.string().optional(),
});

/** See `findingSchema`. */
export type Finding = z.output<typeof findingSchema>;

const count = z.int().nonnegative();

/** What became of rows: each is in exactly one of the last four. */
export const rowCountsSchema = z.object({
  rows: count,
  imported: count,
  unchanged: count,
  held: count,
  rejected: count,
});

/** See `rowCountsSchema`. */
export type RowCounts = z.output<typeof rowCountsSchema>;

/** What is known when an import begins. */
export const reportHeadSchema = z.object({
  version: z.literal(1),
  /** A moment such as `2026-11-23T08:00:00.000Z`. */
  startedAt: z.iso.datetime(),
  /** Whether it only said what would happen. */
  dryRun: z.boolean(),
  /** The files as they were named, in their order. */
  files: z.array(z.string()),
});

/** See `reportHeadSchema`. */
export type ReportHead = z.output<typeof reportHeadSchema>;

/** What is known when an import has come to its end. */
export const reportTailSchema = z.object({
  endedAt: z.iso.datetime(),
  /** By school id: each that has a row in the files. */
  schools: z.record(z.string(), rowCountsSchema),
  /** Of all schools, and of rows that name none that is known. */
  rows: rowCountsSchema,
  accounts: z.object({ made: count, changed: count, unchanged: count }),
  /** Old passwords that were set or replaced. */
  passwords: count,
});

/** See `reportTailSchema`. */
export type ReportTail = z.output<typeof reportTailSchema>;

/** The whole of a report, for programs that hold it. */
export type Report = ReportHead & { readonly findings: readonly Finding[] } & ReportTail;

/**
 * A value as it stands in a report: JSON without the two marks in it that are no line ends in JSON,
 * and are one to what reads a file by lines.
 */
export function reportJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

const headEnd = `,"findings":[`;

/** The first line of a report. */
export function reportHeadLine({ version, startedAt, dryRun, files }: ReportHead): string {
  return `${reportJson({ version, startedAt, dryRun, files }).slice(0, -1)}${headEnd}\n`;
}

/** The line of one finding. */
export function findingLine(finding: Finding, isFirst: boolean): string {
  return `${isFirst ? "" : ","}${reportJson(finding)}\n`;
}

/** The last line of a report. */
export function reportTailLine(tail: ReportTail): string {
  const { endedAt, schools, rows, accounts, passwords } = tail;
  return `],${reportJson({ endedAt, schools, rows, accounts, passwords }).slice(1)}\n`;
}

/** What a first line says. @returns `undefined` where it is none of a report */
export function reportHeadIn(line: string): ReportHead | undefined {
  if (!line.endsWith(headEnd)) return undefined;
  return read(reportHeadSchema, `${line.slice(0, -headEnd.length)}}`);
}

/** What the line of a finding says. @returns `undefined` where it is none */
export function findingIn(line: string): Finding | undefined {
  return read(findingSchema, line.startsWith(",") ? line.slice(1) : line);
}

/** What a last line says. @returns `undefined` where it is none of a report */
export function reportTailIn(line: string): ReportTail | undefined {
  if (!line.startsWith("],")) return undefined;
  return read(reportTailSchema, `{${line.slice(2)}`);
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
