import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import type IdentityProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type RequiredActionProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js";
import type { UserProfileConfig } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import type { FlowBinding } from "../realm/desired.ts";
import type { ListedFlow, LiveFlow } from "./live-flow.ts";
import type { Notes } from "./notes.ts";

/** The library's type lacks a binding. */
export type LiveSettings = RealmRepresentation & { firstBrokerLoginFlow?: string };

/** What is in a realm, as far as a configuration can speak of it. */
export interface LiveRealm {
  readonly settings: LiveSettings;
  /** The aliases of the flows in use, by what they are bound as. */
  readonly bound: Readonly<Partial<Record<FlowBinding, string>>>;
  /** What portail remembers in the realm. */
  readonly notes: Notes;
  readonly userProfile: UserProfileConfig;
  /** The flows that stand on their own, Keycloak's among them. */
  readonly flows: readonly ListedFlow[];
  /** Of each of our flows the making that counts; none where there is none. */
  readonly currentFlows: Readonly<Partial<Record<FlowBinding, LiveFlow>>>;
  /** By client id, with their mappers. */
  readonly clients: ReadonlyMap<string, ClientRepresentation>;
  /** By name, with their mappers. */
  readonly clientScopes: ReadonlyMap<string, ClientScopeRepresentation>;
  /** By alias. */
  readonly requiredActions: ReadonlyMap<string, RequiredActionProviderRepresentation>;
  /** By alias. */
  readonly identityProviders: ReadonlyMap<string, IdentityProviderRepresentation>;
  /** The realm's own messages, by language and key. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The groups' ids by path, at the levels where groups are declared. */
  readonly groupIds: ReadonlyMap<string, string>;
}
