import type { DesiredRealm } from "../../scripts/realm/desired.ts";
import { clientCases, clientScopeCases, identityProviderCases } from "./client-cases.ts";
import type { DriftCase } from "./drift-case.ts";
import { flowCases } from "./flow-cases.ts";
import { groupCases, messageCases, requiredActionCases, settingsCases } from "./realm-cases.ts";
import { userProfileCases } from "./user-profile-cases.ts";

/** How each part of what is declared is walked through; a new part has to name its way. */
const ways: Readonly<
  Record<Exclude<keyof DesiredRealm, "name">, (desired: DesiredRealm) => DriftCase[]>
> = {
  settings: settingsCases,
  userProfile: userProfileCases,
  requiredActions: requiredActionCases,
  clientScopes: clientScopeCases,
  flows: flowCases,
  identityProviders: identityProviderCases,
  clients: clientCases,
  // With the schools' clients.
  builtInClients: () => [],
  messages: messageCases,
  groups: groupCases,
};

/**
 * Fields that Keycloak changes together with another one. Who sets the one by hand has set all of
 * them, and a plan names them all.
 */
const together: readonly [caseName: RegExp, paths: readonly string[]][] = [
  // An address that two accounts have says of neither who signs in.
  [/^realm \S+: duplicateEmailsAllowed /, ["loginWithEmailAllowed"]],
  // Whoever does not sign in to the mail server needs no name and password there.
  [/^realm \S+: smtpServer\.auth /, ["smtpServer.user", "smtpServer.password"]],
  // A client's own account comes with a scope of its own.
  [/^client school-\S+: serviceAccountsEnabled /, ["defaultClientScopes"]],
  // Only scopes of its protocol are a client's.
  [/^client school-\S+: protocol /, ["defaultClientScopes"]],
];

/** Everything that somebody could do to a declared field, one after the other. */
export function driftCases(desired: DesiredRealm): DriftCase[] {
  return Object.values(ways)
    .flatMap((casesOf) => casesOf(desired))
    .map((one) => {
      const [, others = []] = together.find(([name]) => name.test(one.name)) ?? [];
      const [first, ...rest] = one.expected;
      return first?.paths
        ? { ...one, expected: [{ ...first, paths: [...first.paths, ...others] }, ...rest] }
        : one;
    });
}
