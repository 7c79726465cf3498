import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { DesiredRealm } from "../realm/desired.ts";
import { schoolOfClient } from "../realm/school.ts";
import { fieldChanges } from "./field-changes.ts";
import type { LiveRealm } from "./live-realm.ts";
import { withMappersByName } from "./mappers.ts";
import type { Change } from "./plan.ts";

/**
 * What differs in the schools' clients, and in Keycloak's own.
 *
 * @param live `null` when there is no such realm
 */
export function clientChanges(desired: DesiredRealm, live: LiveRealm | null): Change[] {
  const schools = desired.clients.flatMap((client) => {
    const school = schoolOfClient(client.clientId ?? "");
    return clientChange(client, live).map((change) => (school ? { ...change, school } : change));
  });
  const builtIn = desired.builtInClients.flatMap((client) =>
    // Keycloak makes them together with the realm.
    clientChange(client, live).map((change) =>
      live ? change : { ...change, action: "update" as const },
    ),
  );
  return [...schools, ...builtIn];
}

function clientChange(declared: ClientRepresentation, live: LiveRealm | null): Change[] {
  const name = declared.clientId ?? "";
  const found = live?.clients.get(name);
  const fields = fieldChanges(withMappersByName(declared), found && withMappersByName(found));
  if (found && fields.length === 0) return [];
  return [{ kind: "client", name, action: found ? "update" : "create", fields }];
}
