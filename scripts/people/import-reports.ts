import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type ReportHead,
  type ReportTail,
  reportFileName,
  reportHeadIn,
  reportTailIn,
} from "../import/report-format.ts";

/** A report of an import, of which the first line was read. */
export interface OpenedReport {
  readonly file: string;
  readonly head: ReportHead;
}

/** What a folder of reports has. */
export interface FoundReports {
  /** Of imports that did something, the newest first. */
  readonly reports: readonly OpenedReport[];
  /** What could not be read, and why, for people. */
  readonly unreadable: readonly string[];
}

/** No first line is longer, in bytes: it has little more than the names of the files. */
const longestHead = 1024 * 1024;

/**
 * Looks for the reports of imports in a folder and in those within it. What was a dry run is left
 * out: it has changed nothing.
 *
 * @param folder one that is not there has none
 */
export async function findReports(folder: string): Promise<FoundReports> {
  const reports: OpenedReport[] = [];
  const unreadable: string[] = [];
  /** Somebody in support may not be let into all that operations has written. */
  const orUnreadable = async <T>(path: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      if (!/^(ENOENT|ENOTDIR)$/.test(code)) unreadable.push(`${path} can't be read (${code})`);
      return undefined;
    }
  };
  const folders = (await orUnreadable(folder, () => foldersIn(folder))) ?? [];
  for (const within of ["", ...folders]) {
    const file = join(folder, within, reportFileName);
    const line = await orUnreadable(file, () => firstLine(file));
    if (line === undefined) continue;
    const head = reportHeadIn(line);
    if (!head) unreadable.push(`${file} is damaged, or no report of portail import`);
    else if (!head.dryRun) reports.push({ file, head });
  }
  const moment = ({ head }: OpenedReport) => Date.parse(head.startedAt);
  return { reports: reports.sort((one, other) => moment(other) - moment(one)), unreadable };
}

/**
 * Reads a report to its end, whose size does not matter: a line is held at a time.
 *
 * @param onFinding is given the line of each finding
 * @returns its last line; `undefined` where the import did not come to its end, or not yet
 */
export async function readReport(
  { file }: OpenedReport,
  onFinding: (line: string) => void,
): Promise<ReportTail | undefined> {
  const handle = await open(file);
  try {
    let isFirst = true;
    for await (const line of handle.readLines()) {
      if (isFirst) isFirst = false;
      else if (line.startsWith("]")) return reportTailIn(line);
      else onFinding(line);
    }
    return undefined;
  } finally {
    await handle.close();
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** @returns what there is of it up to `longestHead` */
async function firstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(longestHead);
    const { bytesRead } = await handle.read(start, 0, longestHead);
    return start.toString("utf8", 0, bytesRead).split("\n", 1)[0] ?? "";
  } finally {
    await handle.close();
  }
}
