import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import Provider from "oidc-provider";
import type { Application } from "./application.ts";
import { faulty } from "./behaviour.ts";
import type { People } from "./people.ts";
import { signInPolicy } from "./policy.ts";
import { refusedPage } from "./sign-in-pages.ts";
import { Storage } from "./storage.ts";
import { isTenant } from "./tenants.ts";
import { tenantUnknown, tokenRefusal } from "./token-refusals.ts";

/** What the sign-in server works with. */
export interface AuthorizationServerParts {
  application: Application;
  people: People;
}

/** What this Microsoft's addresses have between the tenant and the end. */
const routes = { authorization: "/oauth2/v2.0/authorize", token: "/oauth2/v2.0/token" };
const endpoint = /^\/([^/?]+)(\/oauth2\/v2\.0\/(?:authorize|token)(?:[/?].*)?)$/;

/** The rights that are asked for: by Keycloak's provider, and by a program without a person. */
const scopes = ["User.read", "User.Read", "https://graph.microsoft.com/.default"];

/**
 * Microsoft's `authorize` and `token`, for each tenant. It has no pages to sign in on: it sends the
 * browser to `/{tenant}/login/{id}`, and goes on when that page has finished the interaction.
 */
export class AuthorizationServer {
  readonly provider: Provider;
  readonly #parts: AuthorizationServerParts;
  readonly #callback: (request: IncomingMessage, response: ServerResponse) => Promise<void>;

  constructor(parts: AuthorizationServerParts) {
    this.provider = madeProvider(parts);
    this.#parts = parts;
    this.#callback = this.provider.callback();
  }

  /** @returns whether the request was for one of its addresses; if so, it is answered */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const [, tenant, rest] = endpoint.exec(request.url ?? "") ?? [];
    if (tenant === undefined) return false;
    const { application, people } = this.#parts;
    if (!isTenant(tenant, [application.tenant, ...people.all().map((one) => one.tenant)])) {
      const { status, body } = tenantUnknown(tenant);
      const isForPeople = request.method === "GET";
      response.writeHead(status, {
        "content-type": `${isForPeople ? "text/html" : "application/json"}; charset=utf-8`,
      });
      response.end(isForPeople ? `${refusedPage(body.error_description)}` : JSON.stringify(body));
      return true;
    }
    // As if the library were mounted below the tenant: the addresses it makes then begin with it.
    Object.assign(request, { originalUrl: request.url, url: rest });
    void this.#callback(request, response);
    return true;
  }
}

function madeProvider({ application, people }: AuthorizationServerParts): Provider {
  const storage = new Storage();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider: Provider = new Provider("https://login.microsoftonline.com", {
    adapter: (model) => ({
      ...storage.of(model),
      // Looked up each time, since redirect addresses are added while it runs.
      ...(model === "Client" && {
        find: async (id: string) =>
          id === application.clientId ? application.metadata : undefined,
      }),
    }),
    cookies: {
      keys: [randomBytes(32).toString("hex")],
      names: { session: "ESTSAUTH", interaction: "ESTSINTERACTION", resume: "ESTSRESUME" },
    },
    // No ID token is asked for; the library makes keys of its own, with a warning, where it has none.
    jwks: { keys: [privateKey.export({ format: "jwk" })] },
    clientAuthMethods: ["client_secret_post"],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    routes,
    scopes,
    pkce: { required: () => false },
    allowOmittingSingleRegisteredRedirectUri: false,
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 600,
      ClientCredentials: 3600,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 3600,
      Session: 86_400,
    },
    // A code and a token outlive the browser's next sign-in.
    expiresWithSession: () => false,
    findAccount: (_context, id) =>
      people.find(id) && { accountId: id, claims: async () => ({ sub: id }) },
    // Everybody lets the portal know who they are; who is not to has another behaviour.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        accountId: oidc.session?.accountId,
        clientId: oidc.client?.clientId,
      });
      grant.addOIDCScope(scopes.join(" "));
      await grant.save();
      return grant;
    },
    interactions: {
      policy: signInPolicy(people, tenantOf),
      url: (context, { uid }) => `/${tenantOf(context.req)}/login/${uid}`,
    },
    renderError: (context, { error, error_description: description = "" }) => {
      context.type = "html";
      context.body = `${refusedPage(`${error}: ${description}`)}`;
    },
  });
  provider.on("grant.error", (context, error) => {
    const refusal = tokenRefusal(context.oidc.body, error, application);
    if (refusal === null) return;
    context.status = refusal.status;
    context.body = refusal.body;
  });
  provider.use(async (context, next) => {
    await next();
    if (context.path !== routes.token) return;
    const person = context.oidc.entities.Account?.accountId;
    const answer = await faulty(people.behaviourFor(person).token);
    if (answer === null) return;
    context.status = answer.status;
    context.type = answer.type;
    context.body = answer.body;
  });
  return provider;
}

/** The tenant in the address that a request was sent to. */
function tenantOf(request: IncomingMessage & { originalUrl?: string }): string {
  return request.originalUrl?.split("/")[1] ?? "";
}
