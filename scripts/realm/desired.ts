import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type ClientScopeRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type RequiredActionProviderRepresentation from "@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js";
import type { UserProfileConfig } from "@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js";
import type { Language } from "../../src/login/messages/index.ts";
import { quote } from "../../src/login/messages/message-format.ts";
import type { PortalConfig } from "../config/schema.ts";
import { clientScopes } from "./client-scopes.ts";
import type { Flow } from "./flow.ts";
import { afterBrokerFlow, browserFlow, firstBrokerFlow, resetFlow } from "./flows.ts";
import { type DesiredIdentityProvider, microsoft } from "./microsoft.ts";
import { requiredActions } from "./required-actions.ts";
import { schoolClient, schoolGroupPath } from "./school.ts";
import { type SecondFactorSettings, secondFactorSettings } from "./second-factor.ts";
import { userProfile } from "./user-profile.ts";

/** All that a configuration says about a realm, in Keycloak's own terms; nothing else is touched. */
export interface DesiredRealm {
  /** The realm's name. */
  readonly name: string;
  /** The realm's own settings, without flows, clients and groups. */
  readonly settings: RealmSettings;
  readonly userProfile: UserProfileConfig;
  /** By their aliases; Keycloak makes them with each realm. */
  readonly requiredActions: readonly RequiredActionProviderRepresentation[];
  /** Those with promised claims; Keycloak makes them with each realm. */
  readonly clientScopes: readonly ClientScopeRepresentation[];
  /** Our flows, and what each is bound as. */
  readonly flows: readonly { binding: FlowBinding; flow: Flow }[];
  readonly identityProviders: readonly DesiredIdentityProvider[];
  readonly clients: readonly ClientRepresentation[];
  /** What is declared of the clients that Keycloak makes by itself in each realm. */
  readonly builtInClients: readonly ClientRepresentation[];
  /** Messages that take the place of the theme's, by language and key. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Paths such as `/schools/demo`. */
  readonly groups: readonly string[];
}

/** The library's type lacks most of what is set of passkeys. */
export type RealmSettings = RealmRepresentation & SecondFactorSettings;

/** What a realm's flow is for, as the realm's settings call it. */
export type RealmFlowBinding = "browserFlow" | "resetCredentialsFlow" | "firstBrokerLoginFlow";

/** A realm has no setting for what follows a sign-in elsewhere: each identity provider has it. */
export type FlowBinding = RealmFlowBinding | "postBrokerLoginFlow";

/**
 * What the realm should be. Needs no server.
 *
 * @param realm another name for the realm, so that tests can have one each
 */
export function desiredRealm(config: PortalConfig, realm: string = config.realm): DesiredRealm {
  const identityProviders = microsoft(config);
  return {
    name: realm,
    settings: settings(config, realm),
    userProfile,
    requiredActions: requiredActions(config),
    clientScopes,
    flows: [
      { binding: "browserFlow", flow: browserFlow(config.secondFactor) },
      { binding: "resetCredentialsFlow", flow: resetFlow },
      { binding: "firstBrokerLoginFlow", flow: firstBrokerFlow },
      ...(identityProviders.length > 0
        ? [{ binding: "postBrokerLoginFlow", flow: afterBrokerFlow(config.secondFactor) } as const]
        : []),
    ],
    identityProviders,
    clients: config.schools.map((school) => schoolClient(school, config.legacy?.until)),
    builtInClients,
    messages: linkMessages(config),
    groups: config.schools.map((school) => schoolGroupPath(school.id)),
  };
}

/** The theme's pages read the addresses in their footer as messages, so that a realm can have its own. */
function linkMessages({ links, languages }: PortalConfig): DesiredRealm["messages"] {
  if (links === undefined) return {};
  const address = (link: typeof links.terms, language: Language) =>
    quote(typeof link === "string" ? link : link[language]);
  return Object.fromEntries(
    languages.offered.map((language) => [
      language,
      { termsUrl: address(links.terms, language), privacyUrl: address(links.privacy, language) },
    ]),
  );
}

/**
 * Keycloak's own clients. The one for command lines takes passwords directly; in this realm it must
 * not. The others would give anybody a token that outlives every session (`offline_access`), also
 * the sign-out from all devices.
 */
const builtInClients: readonly ClientRepresentation[] = [
  { clientId: "admin-cli", directAccessGrantsEnabled: false },
  ...["account", "account-console", "security-admin-console"].map((clientId) => ({
    clientId,
    optionalClientScopes: [],
  })),
];

function settings(config: PortalConfig, realm: string): RealmSettings {
  const { bruteForce, sessions, signIn, events, languages } = config;
  return {
    realm,
    enabled: true,
    displayName: config.displayName,
    sslRequired: "external",

    loginTheme: config.brand,
    emailTheme: config.brand,
    accountTheme: config.brand,
    internationalizationEnabled: true,
    supportedLocales: languages.offered,
    defaultLocale: languages.default,

    // Accounts come from the schools; people can't make one, and sign in with their address.
    registrationAllowed: false,
    registrationEmailAsUsername: false,
    loginWithEmailAllowed: true,
    duplicateEmailsAllowed: false,
    // Without it not even an administrator can, and a user name has to follow its address. People can't:
    // the user profile says so.
    editUsernameAllowed: true,
    userManagedAccessAllowed: false,
    organizationsEnabled: false,
    rememberMe: true,
    resetPasswordAllowed: true,
    // The mailbox is proven by the link that sets the first password.
    verifyEmail: false,

    passwordPolicy: [
      `length(${config.password.minLength})`,
      `maxLength(${config.password.maxLength})`,
      "notUsername(undefined)",
      "notEmail(undefined)",
    ].join(" and "),
    ...secondFactorSettings(config),

    bruteForceProtected: true,
    permanentLockout: false,
    bruteForceStrategy: "MULTIPLE",
    failureFactor: bruteForce.failures,
    waitIncrementSeconds: bruteForce.firstWait.seconds,
    maxFailureWaitSeconds: bruteForce.longestWait.seconds,
    maxDeltaTimeSeconds: bruteForce.forgetAfter.seconds,
    // Two failures within this time are a machine's; a second press of the button is not.
    quickLoginCheckMilliSeconds: 250,
    minimumQuickLoginWaitSeconds: bruteForce.firstWait.seconds,

    ssoSessionIdleTimeout: sessions.idle.seconds,
    ssoSessionMaxLifespan: sessions.max.seconds,
    ssoSessionIdleTimeoutRememberMe: sessions.rememberedIdle.seconds,
    ssoSessionMaxLifespanRememberMe: sessions.rememberedMax.seconds,
    accessTokenLifespan: sessions.accessToken.seconds,
    revokeRefreshToken: true,
    refreshTokenMaxReuse: 0,
    accessCodeLifespan: 60,
    accessCodeLifespanLogin: signIn.lifespan.seconds,
    accessCodeLifespanUserAction: signIn.lifespan.seconds,
    actionTokenGeneratedByUserLifespan: signIn.mailLink.seconds,

    eventsEnabled: true,
    eventsExpiration: events.signIns.seconds,
    eventsListeners: ["jboss-logging", "portal-notices"],
    adminEventsEnabled: true,
    // Details would copy people's data into the log of changes.
    adminEventsDetailsEnabled: false,
    attributes: {
      adminEventsExpiration: String(events.administration.seconds),
      // What the extension's listener tells people of; where it is nothing, Keycloak drops the attribute.
      "portal.notices": toldOf(config.notices).join(","),
    },

    smtpServer: smtpServer(config.mail),
  };
}

/** The kinds of changes that people are told of. */
function toldOf(notices: PortalConfig["notices"]): string[] {
  return Object.entries(notices).flatMap(([kind, isTold]) => (isTold ? [kind] : []));
}

function smtpServer(mail: PortalConfig["mail"]): Record<string, string> {
  return {
    host: mail.host,
    port: String(mail.port),
    from: mail.from,
    fromDisplayName: mail.fromName,
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    ssl: String(mail.encryption === "tls"),
    starttls: String(mail.encryption === "starttls"),
    auth: String(mail.user !== undefined),
    ...(mail.user !== undefined ? { user: mail.user } : {}),
    ...(mail.password !== undefined ? { password: mail.password } : {}),
  };
}
