import { isDeepStrictEqual } from "node:util";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { UserProfileConfig } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import { differences } from "./differences.ts";

/**
 * Sets the user profile where it differs. It is one document: an attribute or a rule that is in the
 * realm and not declared would ask parents for something, so it counts as a difference.
 *
 * @returns what was changed
 */
export async function settleUserProfile(
  client: KeycloakAdminClient,
  declared: UserProfileConfig,
): Promise<string[]> {
  const live = await client.users.getProfile({});
  const rules = ({ attributes = [] }: UserProfileConfig) =>
    attributes.map(({ name, validations, required }) => [name, validations, required]);
  const changed = differences(declared, live);
  if (changed.length === 0 && isDeepStrictEqual(rules(live), rules(declared))) return [];
  await client.users.updateProfile(declared);
  return changed.length > 0 ? changed : ["attributes"];
}
