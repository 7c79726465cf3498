import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { Teller } from "../../terminal.ts";
import type { Fingerprint } from "../fingerprint.ts";

/** The realm that an import works on. */
export interface RealmAccess {
  readonly client: KeycloakAdminClient;
  /** The realm's name. */
  readonly realm: string;
  /** The ids of the schools' groups, by school id. */
  readonly groups: ReadonlyMap<string, string>;
  readonly fingerprint: Fingerprint;
  readonly teller: Teller;
  /** Aborts when the import must not go on. */
  readonly signal: AbortSignal;
  /** Told of every request that failed in passing. */
  readonly onFailure?: () => void;
  /** The requests that are under way. */
  readonly underWay: Set<Promise<unknown>>;
  /** Tells the former address of an account that it is another one now. */
  readonly tellFormerAddress: (former: FormerAddress) => Promise<void>;
}

/** Somebody whose account gets another address. */
export interface FormerAddress {
  readonly address: string;
  readonly firstName: string;
  readonly language: string;
  /** The id of the school that changed it. */
  readonly school: string;
}
