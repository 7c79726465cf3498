import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import { z } from "zod";

/** The realm's attribute that keeps when each of our old flows was replaced. */
export const replacedFlowsAttribute = "portail.replacedFlows";

/** When flows were replaced, as ISO times by alias. */
export type ReplacedAt = Readonly<Record<string, string>>;

const recorded = z.record(z.string(), z.iso.datetime());

/** What a realm says about it; nothing where somebody made it unreadable. */
export function replacedFlows({ attributes }: RealmRepresentation): ReplacedAt {
  try {
    return recorded.parse(JSON.parse(attributes?.[replacedFlowsAttribute] ?? "{}"));
  } catch {
    return {};
  }
}

/**
 * From when on nobody can be in the middle of a flow that was replaced. A page that was open then
 * may be sent for as long as a sign-in may take, and lead to the old flow's next page (the second
 * factor), which may be sent for as long again.
 *
 * Removed earlier, Keycloak would count that form as a failed sign-in.
 *
 * @param settings the realm's, as they are and as they should be
 */
export function removableFrom(replacedAt: string, ...settings: RealmRepresentation[]): Date {
  const seconds = settings.flatMap(
    ({ accessCodeLifespan, accessCodeLifespanLogin, accessCodeLifespanUserAction }) =>
      [accessCodeLifespan, accessCodeLifespanLogin, accessCodeLifespanUserAction].map(
        (lifespan = 0) => lifespan,
      ),
  );
  return new Date(Date.parse(replacedAt) + 2 * Math.max(...seconds) * 1000);
}
