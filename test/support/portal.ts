import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import { loadConfig } from "../../scripts/config/load.ts";
import type { PortalConfig } from "../../scripts/config/schema.ts";
import { type Mailbox, mailbox } from "../../scripts/demo/mailbox.ts";
import { microsoftControl } from "../../scripts/demo/microsoft/control.ts";
import { type RunningSchoolApp, startSchoolApp } from "../../scripts/demo/school-app.ts";
import { applyConfig } from "../../scripts/keycloak/apply.ts";
import { type Connection, connect } from "../../scripts/keycloak/connection.ts";
import { desiredRealm } from "../../scripts/realm/desired.ts";
import { microsoftRedirectAddress } from "../../scripts/realm/microsoft.ts";
import { freePort } from "../../scripts/server/port.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import type { Language } from "../../src/login/messages/index.ts";
import { type LegacyAccount, legacyAttributes, legacyCredential } from "./legacy-account.ts";
import { sharedServers } from "./servers.ts";
import { withoutLegacy } from "./shipped-config.ts";

/** Somebody whom a school knows. */
export interface Person {
  email: string;
  /** Set for those who have chosen one already. */
  password?: string;
}

/** Somebody who has an account. */
export interface KnownPerson extends Person {
  /** Keycloak's id of the account. */
  id: string;
}

/** Somebody to be made. */
export interface NewPerson {
  schools: School[];
  password?: string;
  firstName?: string;
  lastName?: string;
  /** Old user names and passwords. */
  legacy?: LegacyAccount[];
  /** Without an address only the old method lets somebody in. */
  hasAddress?: boolean;
  /** More of Keycloak's credentials, e.g. a second factor. */
  credentials?: CredentialRepresentation[];
  /** The one they read, as an import says. */
  language?: Language;
  /** What Keycloak asks of them at their next sign-in. */
  requiredActions?: string[];
}

/** A portal of one's own: a realm made from realm-config, its two schools, and their applications. */
export interface Portal extends AsyncDisposable {
  /** Address of the realm, which is also the issuer of its tokens. */
  issuer: string;
  realm: string;
  /** The settings this realm was made from. */
  config: PortalConfig;
  schools: { demo: School; saintExupery: School };
  mailbox: Mailbox;
  /** The realm's administrator, for what a story needs to have happened before. */
  admin: KeycloakAdminClient;
  /** Makes an account as the import does; its address is one that nobody else has. */
  addPerson(person: NewPerson): Promise<KnownPerson>;
}

/** A demo school and its application. */
export interface School {
  id: string;
  name: string;
  clientId: string;
  app: RunningSchoolApp;
}

/**
 * Makes a realm from the shipped configuration, after the old method, with which most stories have
 * nothing to do, and starts both schools' applications.
 *
 * @param change what this realm has differently
 */
export function openPortal(
  change: (config: PortalConfig) => PortalConfig = (config) => config,
): Promise<Portal> {
  return openedPortal((config) => change(withoutLegacy(config)));
}

/** The same while schools still have the old method: by default as shipped, one has it and one not. */
export function openLegacyPortal(
  change: (config: PortalConfig) => PortalConfig = (config) => config,
): Promise<Portal> {
  return openedPortal(change);
}

/** The same settings with the Microsoft button, which leads to the stand-in for Microsoft. */
export function withMicrosoft(config: PortalConfig): PortalConfig {
  return { ...config, microsoft: { tenant: "common", ...sharedServers().microsoft.client } };
}

async function openedPortal(change: (config: PortalConfig) => PortalConfig): Promise<Portal> {
  const { keycloak, mail, microsoft } = sharedServers();
  const realm = `story-${randomUUID().slice(0, 8)}`;
  const issuer = `${keycloak.url}/realms/${realm}`;
  const [demoPort, saintExuperyPort] = [await freePort(), await freePort()];
  const config = change(
    await loadConfig(join(import.meta.dirname, "../../realm-config"), {
      SMTP_HOST: mail.smtp.host,
      SMTP_PORT: String(mail.smtp.port),
      DEMO_SCHOOL_URL: `http://localhost:${demoPort}`,
      SAINT_EXUPERY_SCHOOL_URL: `http://localhost:${saintExuperyPort}`,
    }),
  );
  if (config.microsoft?.clientId !== undefined) {
    await microsoftControl(microsoft.control).addRedirectAddress(microsoftRedirectAddress(issuer));
  }
  const connection: Connection = {
    url: keycloak.url,
    adminRealm: "master",
    credentials: keycloak.admin,
  };
  await applyConfig(desiredRealm(config, realm), connection, silentTeller);
  const admin = await connect(connection, realm);

  const open = async (id: string, port: number): Promise<School> => {
    const name = config.schools.find((school) => school.id === id)?.name ?? id;
    const clientId = `school-${id}`;
    return { id, name, clientId, app: await startSchoolApp({ id, name, issuer, clientId, port }) };
  };
  const schools = {
    demo: await open("demo", demoPort),
    saintExupery: await open("saint-exupery", saintExuperyPort),
  };

  return {
    issuer,
    realm,
    config,
    schools,
    mailbox: mailbox(mail.api),
    admin,
    async addPerson({ schools: known, password, legacy = [], hasAddress = true, ...person }) {
      const name = `claire.${randomUUID().slice(0, 8)}`;
      const email = hasAddress ? `${name}@example.org` : "";
      const { id } = await admin.users.create({
        username: email || randomUUID(),
        email: email || undefined,
        firstName: person.firstName ?? "Claire",
        lastName: person.lastName ?? "Dubois",
        enabled: true,
        emailVerified: false,
        groups: known.map((school) => `/schools/${school.id}`),
        requiredActions: person.requiredActions,
        attributes: {
          ...legacyAttributes(legacy),
          ...(person.language ? { locale: [person.language] } : {}),
        },
        credentials: [
          ...(password ? [{ type: "password", value: password, temporary: false }] : []),
          ...legacy.map((account) => legacyCredential(account)),
          ...(person.credentials ?? []),
        ],
      });
      return { id, email, password };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(Object.values(schools).map((school) => school.app.stop()));
      await admin.realms.del({ realm });
    },
  };
}
