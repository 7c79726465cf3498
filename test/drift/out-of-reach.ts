import type { DriftCase } from "./drift-case.ts";

/**
 * What nobody can change by hand, or what nobody can see to be changed, by the names of its cases.
 * The proof holds each entry to it: one that is no longer needed fails.
 */
const outOfReach: readonly [caseName: RegExp, why: string][] = [
  [
    /^realm \S+: smtpServer\.password /,
    "Keycloak shows no secret, so one that was changed by hand looks as before",
  ],
  [/^identity provider \S+: config\.clientSecret /, "as the mail password"],
  [
    /^identity provider \S+: providerId /,
    "Keycloak takes another type without a word and keeps the first",
  ],
  [/^client (?!school-)\S+: removed/, "Keycloak keeps its own clients"],
  [/: mappers\..+\.protocol /, "Keycloak keeps the protocol that a mapper was made with"],
  [
    /^user profile \S+: attributes\.\S+\.permissions\.view \(one more/,
    "there are no other roles than those two",
  ],
  [
    /^user profile \S+: attributes \(without (username|email)\)/,
    "Keycloak refuses to be without these attributes",
  ],
];

/** The cases on the list. */
export function isOutOfReach({ name }: Pick<DriftCase, "name">): boolean {
  return outOfReach.some(([caseName]) => caseName.test(name));
}

/** Entries of the list that no case has the name of: a field that is no longer declared. */
export function idleEntries(cases: readonly DriftCase[]): string[] {
  return outOfReach
    .filter(([caseName]) => !cases.some(({ name }) => caseName.test(name)))
    .map(([caseName]) => String(caseName));
}
