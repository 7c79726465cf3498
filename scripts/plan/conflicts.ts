import type { DesiredRealm } from "../realm/desired.ts";
import { schoolOfClient } from "../realm/school.ts";
import type { LiveRealm } from "./live-realm.ts";
import { isMade } from "./notes.ts";
import type { ObjectKind } from "./plan.ts";
import type { ObjectName } from "./undeclared.ts";

/** An object that portail can't make what it should be. */
export interface Conflict extends ObjectName {
  readonly problem: string;
  readonly remedy: string;
  /** Whether "portail apply --adopt" is a way out. */
  readonly canBeAdopted: boolean;
}

/**
 * What a person has to decide before the realm can be made what it should be.
 *
 * @param live `null` when there is no such realm
 */
export function conflicts(desired: DesiredRealm, live: LiveRealm | null): Conflict[] {
  if (!live) return [];
  const clients = desired.clients
    .map(({ clientId = "" }) => clientId)
    .filter((name) => live.clients.has(name) && !isMade(live.notes, "client", name))
    .map((name): Conflict => {
      const school = schoolOfClient(name);
      const conflict = takenBySomebody("client", name, ", or rename the school's file");
      return school ? { ...conflict, school } : conflict;
    });
  const providers = desired.identityProviders.flatMap(({ alias, providerId }): Conflict[] => {
    const found = live.identityProviders.get(alias);
    if (!found) return [];
    if (found.providerId !== providerId)
      return [ofAnotherType(alias, found.providerId, providerId)];
    if (isMade(live.notes, "identity provider", alias)) return [];
    return [takenBySomebody("identity provider", alias)];
  });
  return [...providers, ...clients];
}

function takenBySomebody(kind: ObjectKind, name: string, otherwise = ""): Conflict {
  return {
    kind,
    name,
    problem: "is in the realm already, and was not made by portail",
    remedy: `Let portail take it over with "portail apply --adopt", or remove it in Keycloak${otherwise}.`,
    canBeAdopted: true,
  };
}

/** Keycloak takes the change of a provider's type without a word and does nothing. */
function ofAnotherType(name: string, found: string | undefined, declared: string): Conflict {
  return {
    kind: "identity provider",
    name,
    problem: `is of the type "${found}", declared is "${declared}", and a type can't be changed`,
    remedy: "Remove it in Keycloak and apply again; whoever was linked by it links once more.",
    canBeAdopted: false,
  };
}
