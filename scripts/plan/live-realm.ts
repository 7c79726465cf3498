import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type { UserProfileConfig } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import type { FlowBinding } from "../realm/desired.ts";
import type { PlacedStep } from "./flow-steps.ts";

/** What is in a realm, as far as a configuration can speak of it. */
export interface LiveRealm {
  /** The realm's own settings, which also say what flow is bound as what. */
  readonly settings: RealmRepresentation;
  readonly userProfile: UserProfileConfig;
  /** The flows that stand on their own, Keycloak's among them. */
  readonly flows: readonly { readonly id: string; readonly alias: string }[];
  /** The steps of those of our flows that are bound. */
  readonly boundSteps: Readonly<Partial<Record<FlowBinding, readonly PlacedStep[]>>>;
  /** By client id, with their mappers. */
  readonly clients: ReadonlyMap<string, ClientRepresentation>;
  /** The ids of the client scopes, by name. */
  readonly clientScopeIds: ReadonlyMap<string, string>;
  /** The realm's own messages, by language and key. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The groups' ids by path, at the levels where groups are declared. */
  readonly groupIds: ReadonlyMap<string, string>;
}
