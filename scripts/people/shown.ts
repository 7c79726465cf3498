import { belgianTime } from "../belgian-day.ts";
import { printableInLine } from "../printable.ts";
import type { AccountState, Guessing } from "./account-state.ts";
import { findingText } from "./finding-text.ts";
import type { ImportFindings } from "./import-findings.ts";
import type { KnownAt } from "./known-schools.ts";
import type { Link } from "./link.ts";
import type { Session, SignIn, SignInRecord } from "./sign-ins.ts";
import { linkText } from "./unlinked.ts";
import { isAskedFor, isSecondFactor, type WayIn, wayInText } from "./ways-in.ts";

/** All that support is shown of a person. No secret is in it. */
export interface Shown {
  readonly address: string;
  /** First and last name; "" where the schools gave none. */
  readonly name: string;
  readonly account: AccountState;
  readonly schools: readonly KnownAt[];
  readonly ways: readonly WayIn[];
  readonly links: readonly Link[];
  readonly signIns: SignInRecord;
  readonly sessions: readonly Session[];
  readonly imports: ImportFindings;
}

/** How a school, or an application that is no school's, is called: by its id. */
export type Naming = (id: string) => string;

/** What support reads, in whole lines. */
export function shownText(shown: Shown, nameOf: Naming): string {
  const { address, name, account, schools } = shown;
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Account", accountLines(account)],
    ["Guessed passwords", [guessingText(account.guessing)]],
    ["Schools", schoolLines(schools, account)],
    ["Ways in", wayLines(shown, nameOf)],
    ["Second factor", secondFactorLines(shown.ways)],
    ["Last sign-in", signInLines(shown, nameOf)],
    ["Signed in now", sessionLines(shown.sessions, nameOf)],
    ["Last imports", importLines(shown.imports, membershipsOf(schools), nameOf)],
  ];
  const width = Math.max(...sections.map(([title]) => title.length)) + 2;
  const lines = sections.flatMap(([title, texts]) =>
    texts.map(
      (text, place) => `${(place === 0 ? title : "").padEnd(width)}${printableInLine(text)}`,
    ),
  );
  const who = printableInLine(name === "" ? address : `${name} <${address}>`);
  return [who, ...lines].map((line) => `${line}\n`).join("");
}

/**
 * What the imports have found, also about somebody without an account.
 *
 * @param schools the ids of those whose imports matter to the person
 */
export function importLines(
  { folder, lastImports, findings, others, troubles }: ImportFindings,
  schools: readonly string[],
  nameOf: Naming,
): string[] {
  const unread = schools.filter((school) => !lastImports.has(school));
  const last = [...lastImports.values()].sort().at(-1);
  const lines = [
    ...findings.map((finding) => findingText(finding, nameOf)),
    ...(others > 0 ? [`and ${others} more`] : []),
    ...(findings.length === 0 && last !== undefined
      ? [`nothing found about this person; the last one began ${time(last)}`]
      : []),
    ...(last === undefined ? [`no report of an import in ${folder}`] : []),
    ...(last !== undefined && unread.length > 0
      ? [`no report in ${folder} of ${unread.map((id) => `"${nameOf(id)}"`).join(" and ")}`]
      : []),
    ...troubles,
  ];
  return lines.map(printableInLine);
}

function membershipsOf(schools: readonly KnownAt[]): string[] {
  return schools.filter(({ isMember }) => isMember).map(({ id }) => id);
}

function accountLines({
  madeOn,
  invitedOn,
  isEnabled,
  isAddressProven,
  language,
}: AccountState): string[] {
  const facts = [
    isEnabled ? "enabled" : "disabled by an administrator",
    isAddressProven ? "address proven by a mail" : "address not proven by a mail yet",
    ...(language === undefined ? [] : [`language ${language}`]),
    ...(madeOn === undefined ? [] : [`made on ${madeOn}`]),
    ...(invitedOn === undefined ? [] : [`last invited on ${invitedOn}`]),
  ];
  return [facts.join(", ")];
}

function guessingText({ isLocked, lockedUntil, failures, lastFailureAt }: Guessing): string {
  const last = lastFailureAt === undefined ? "" : `, the last ${time(lastFailureAt)}`;
  const wrong = failures === 0 ? "" : ` (${failures} wrong in a row${last})`;
  if (!isLocked) return `not locked${wrong}`;
  const until =
    lockedUntil === undefined ? "until an administrator unlocks it" : `until ${time(lockedUntil)}`;
  return `locked ${until}${wrong}`;
}

function schoolLines(schools: readonly KnownAt[], { leftOn }: AccountState): string[] {
  const lines = schools.map(({ name, id, isMember, usernames, personIds }) =>
    [
      `"${name}" (${id})${isMember ? "" : ", which does not know them any more"}`,
      ...(usernames.length > 0 ? [`old user name ${usernames.join(" and ")}`] : []),
      ...(personIds.length > 0 ? [`number ${personIds.join(" and ")}`] : []),
    ].join("; "),
  );
  if (schools.some(({ isMember }) => isMember)) return lines;
  return [`known to no school${leftOn === undefined ? "" : ` since ${leftOn}`}`, ...lines];
}

function wayLines({ ways, links }: Shown, nameOf: Naming): string[] {
  const lines = [
    ...ways
      .filter((way) => !isSecondFactor(way))
      .map((way) =>
        // Its label is the school's id.
        wayInText(way.kind === "old password" ? { ...way, label: nameOf(way.label ?? "") } : way),
      ),
    ...links.map(linkText),
  ];
  return lines.length > 0
    ? lines
    : ['none yet: "Mot de passe oublié ?" on the sign-in page sets a password'];
}

function secondFactorLines(ways: readonly WayIn[]): string[] {
  const factors = ways.filter(isSecondFactor);
  if (factors.length === 0) return ["off"];
  const isOn = factors.some(isAskedFor);
  return [`${isOn ? "on: " : "off, and left of it: "}${factors.map(wayInText).join("; ")}`];
}

function signInLines({ signIns, schools }: Shown, nameOf: Naming): string[] {
  const old = schools.flatMap(({ name, lastOldSignIn }) =>
    lastOldSignIn === undefined ? [] : [`by the old method of "${name}" on ${lastOldSignIn}`],
  );
  return [recordText(signIns, nameOf), ...old];
}

function recordText({ state, keptSeconds, last }: SignInRecord, nameOf: Naming): string {
  if (last) return signInText(last, nameOf);
  if (state === "off") return "not known: Keycloak keeps no sign-ins; portail apply switches it on";
  if (state === "hidden") {
    return "not known: this account may not see sign-ins; the account portail may, once portail bootstrap has run again";
  }
  return keptSeconds === undefined
    ? "none on record"
    : `none in the last ${span(keptSeconds)}; Keycloak keeps them no longer`;
}

function signInText({ at, where, by }: SignIn, nameOf: Naming): string {
  return `${time(at)}, at "${nameOf(where)}", by ${by === "portal" || by === "old method" ? `the ${by}` : by}`;
}

function sessionLines(sessions: readonly Session[], nameOf: Naming): string[] {
  if (sessions.length === 0) return ["nowhere"];
  return sessions.map(({ startedAt, usedAt, where }) => {
    const places = where.map((id) => `"${nameOf(id)}"`).join(" and ");
    return `since ${time(startedAt)}${places === "" ? "" : ` at ${places}`}, last used ${time(usedAt)}`;
  });
}

function time(moment: string): string {
  return belgianTime(new Date(moment));
}

function span(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  return days >= 1 ? `${days} ${days === 1 ? "day" : "days"}` : `${Math.ceil(seconds / 3600)} h`;
}
