import { belgianDay } from "../belgian-day.ts";
import { counted } from "../counted.ts";
import { printable } from "../printable.ts";
import type { Invited } from "./invite.ts";
import type { Invitee, Standing } from "./standing.ts";

/** Somebody, and how they stand. */
export interface Stood {
  readonly person: Invitee;
  readonly standing: Standing;
}

/** All that is told of a run. */
export interface Report {
  readonly school: { readonly id: string; readonly name: string };
  readonly isDryRun: boolean;
  /** Everybody whom the school knows, as they stood before. */
  readonly before: readonly Stood[];
  /** How many were or would be mailed by this run, with its limit. */
  readonly portion: number;
  /** `undefined` where nobody was mailed. */
  readonly invited?: Invited;
}

/** Somebody who was invited before: the address and when. */
interface Earlier {
  readonly address: string;
  readonly at: Date;
}

/**
 * What a person reads at the end.
 *
 * @returns whole lines
 */
export function reportText(report: Report): string {
  const { sent, refused, uncertain, earlier, counts, waiting } = facts(report);
  const lines = [
    `${report.school.name}: ${headline(report, sent.length)}`,
    ...count("came in already", counts.in),
    ...count("invited before", earlier.length, `, the last on ${lastDay(earlier)}`),
    ...count("without an address, only their school can tell them", counts.withoutAddress),
    ...count("disabled", counts.disabled),
    ...count("waiting for their turn, run the command again", waiting),
    ...refused.map(({ address, why }) => `  refused: ${address} (${why})`),
    ...uncertain.map(
      ({ address, at }) =>
        `  uncertain: ${address}, a run was broken off ${at ? `on ${belgianDay(at)} ` : ""}while this mail was on its way`,
    ),
  ];
  return printable(lines.map((line) => `${line}\n`).join(""));
}

/** The same for programs. */
export function reportJson(report: Report): string {
  const { sent, refused, uncertain, earlier, counts, waiting } = facts(report);
  const document = {
    version: 1,
    school: report.school.id,
    isDryRun: report.isDryRun,
    stopped: stoppedBy(report),
    portion: report.portion,
    sent,
    refused,
    uncertain,
    alreadyInvited: earlier,
    alreadyIn: counts.in,
    withoutAddress: counts.withoutAddress,
    disabled: counts.disabled,
    waiting,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Whether somebody has to look after an address. */
export function hasLeftovers(report: Report): boolean {
  const { refused, uncertain } = facts(report);
  return refused.length + uncertain.length > 0;
}

function headline({ isDryRun, portion, invited }: Report, sent: number): string {
  if (isDryRun) return `${people(portion)} would be invited`;
  if (invited === undefined) return "nobody was invited";
  return `${counted(sent, "invitation")} sent`;
}

/** A number of people: `1 person`, `2 people`. */
export function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

function stoppedBy({ invited }: Report): "mail server" | "asked" | "failure" | null {
  if (invited?.stopped === undefined) return null;
  return typeof invited.stopped === "string" ? invited.stopped : "failure";
}

function facts({ before, portion, isDryRun, invited }: Report) {
  // Whoever was passed over when their turn came stands as they do now.
  const later = new Map(invited?.passedOver.map((one) => [one.person.id, one]));
  const all = before.map((one) => later.get(one.person.id) ?? one);
  const of = (kind: Standing["kind"]) => all.filter(({ standing }) => standing.kind === kind);
  const earlier = (kind: "invited" | "uncertain"): Earlier[] =>
    all.flatMap(({ person, standing }) =>
      standing.kind === kind && "at" in standing
        ? [{ address: person.address, at: standing.at }]
        : [],
    );
  const due = before.filter(({ standing }) => standing.kind === "due").length;
  const left = isDryRun ? 0 : (invited?.left ?? portion);
  return {
    sent: invited?.sent ?? [],
    refused: invited?.refused ?? [],
    uncertain: [
      ...earlier("uncertain"),
      ...(invited?.uncertain ?? []).map((address) => ({ address, at: undefined })),
    ],
    earlier: earlier("invited"),
    counts: {
      in: of("in").length,
      withoutAddress: of("without address").length,
      disabled: of("disabled").length,
    },
    waiting: due - portion + left,
  };
}

/** @returns no line where there is nobody */
function count(what: string, number: number, more = ""): string[] {
  return number > 0 ? [`  ${what}: ${number}${more}`] : [];
}

function lastDay(earlier: readonly Earlier[]): string {
  return belgianDay(new Date(Math.max(0, ...earlier.map(({ at }) => at.valueOf()))));
}
