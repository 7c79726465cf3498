import { type Finding, findingIn, reportJson } from "../import/report-format.ts";
import { findReports, readReport } from "./import-reports.ts";
import type { KnownAt } from "./known-schools.ts";

/** Whom findings are looked for. */
export interface Wanted {
  readonly address: string;
  /** By what each school knows the person; nothing for somebody without an account. */
  readonly schools: readonly Pick<KnownAt, "id" | "usernames" | "personIds">[];
}

/** A finding, and the import it is of. */
export interface DatedFinding extends Finding {
  /** When the import began, e.g. `2026-11-23T08:00:00.000Z`. */
  readonly importedAt: string;
}

/** What the imports have found about somebody. */
export interface ImportFindings {
  /** Where their reports were looked for. */
  readonly folder: string;
  /** The schools that an import is known of, each with when its last one began. */
  readonly lastImports: ReadonlyMap<string, string>;
  /** The newest import first; at most `mostFindings`. */
  readonly findings: readonly DatedFinding[];
  /** How many more there are. */
  readonly others: number;
  /** Reports that could not be read, and of imports that did not come to their end: why, for people. */
  readonly troubles: readonly string[];
}

/** An address may be in every row of a file. */
const mostFindings = 100;

/** A school whose last import is longer ago is not searched for without end. */
const mostReports = 50;

/**
 * Reads what the last import of each school has found about somebody: under the address, and under an
 * old user name or number of theirs at the same school.
 *
 * @param folder where the reports are
 * @param schools the ids of all schools: reading ends once the last import of each is known
 */
export async function readFindings(
  folder: string,
  wanted: Wanted,
  schools: readonly string[],
): Promise<ImportFindings> {
  const { reports, unreadable } = await findReports(folder);
  const lastImports = new Map<string, string>();
  const findings: DatedFinding[] = [];
  let others = 0;
  const troubles = [...unreadable];
  // Rows that name no known school are in the last import of all.
  const isOpen = (school: string) => !lastImports.has(school);
  for (const [place, report] of reports.entries()) {
    if (schools.every((school) => !isOpen(school))) break;
    if (place === mostReports) {
      troubles.push(`${folder} has older reports, which were not read`);
      break;
    }
    const { startedAt: importedAt } = report.head;
    const isAbout = findingAbout(wanted);
    const tail = await readReport(report, (line) => {
      const finding = isAbout(line);
      if (!finding || !isOpen(finding.school)) return;
      if (findings.length < mostFindings) findings.push({ ...finding, importedAt });
      else others++;
    });
    if (!tail) troubles.push(`${report.file}: the import did not come to its end`);
    else {
      for (const school of ["", ...Object.keys(tail.schools)].filter(isOpen)) {
        lastImports.set(school, importedAt);
      }
    }
  }
  lastImports.delete("");
  return { folder, lastImports, findings, others, troubles };
}

/** Tells which lines of a report are about somebody; most are passed over unread. */
function findingAbout({ address, schools }: Wanted): (line: string) => Finding | undefined {
  const texts = [address, ...schools.flatMap((one) => [...one.usernames, ...one.personIds])];
  const written = texts.map(reportJson);
  return (line) => {
    if (!written.some((text) => line.includes(text))) return undefined;
    const finding = findingIn(line);
    return finding && isAbout(finding, { address, schools }) ? finding : undefined;
  };
}

function isAbout(finding: Finding, { address, schools }: Wanted): boolean {
  if (finding.address === address) return true;
  const there = schools.find(({ id }) => id === finding.school);
  const { username, personId } = finding;
  return (
    (username !== undefined && (there?.usernames.includes(username) ?? false)) ||
    (personId !== undefined && (there?.personIds.includes(personId) ?? false))
  );
}
