import type { MicrosoftPerson } from "./people.ts";

/** The id of the tenant that all personal accounts are of; the same everywhere. */
export const consumersTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** Why somebody can't sign in at an address: one kind of account alone may, or one organisation. */
export type TenantRefusal = "personal-only" | "organisation-only" | "other-organisation";

/**
 * Whether somebody may sign in at an address of Microsoft.
 *
 * @param tenant as it stands in the address: `common`, `organizations`, `consumers`, or an id
 * @returns `null` where they may
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols#endpoints
 */
export function tenantRefusal(
  tenant: string,
  { kind, tenant: own }: Pick<MicrosoftPerson, "kind" | "tenant">,
): TenantRefusal | null {
  switch (tenant.toLowerCase()) {
    case "common":
      return null;
    case "organizations":
      return kind === "organisation" ? null : "organisation-only";
    case "consumers":
    case consumersTenant:
      return kind === "personal" ? null : "personal-only";
    default:
      if (kind === "personal") return "organisation-only";
      return tenant.toLowerCase() === own.toLowerCase() ? null : "other-organisation";
  }
}

/** Whether there is such a tenant: one for several organisations, the portal's own, or a person's. */
export function isTenant(tenant: string, known: Iterable<string>): boolean {
  const name = tenant.toLowerCase();
  return (
    ["common", "organizations", "consumers", consumersTenant].includes(name) ||
    [...known].some((one) => one.toLowerCase() === name)
  );
}
