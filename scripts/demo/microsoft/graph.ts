import { Hono } from "hono";
import type Provider from "oidc-provider";
import { faulty } from "./behaviour.ts";
import type { MicrosoftPerson, People } from "./people.ts";

/**
 * The one question that Keycloak asks Microsoft Graph: whose access token is this? It asks with a slash at
 * the end, others without.
 *
 * @param provider the sign-in server that gave the token
 * @see https://learn.microsoft.com/graph/api/user-get
 */
export function graph(provider: Provider, people: People): Hono {
  return new Hono().on("GET", ["/v1.0/me", "/v1.0/me/"], async (context) => {
    const [, value] = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "") ?? [];
    const token = value === undefined ? undefined : await provider.AccessToken.find(value);
    const person = people.find(token?.accountId);
    if (person === undefined) {
      const message = "Access token is empty, has expired, or is not of this server.";
      return context.json({ error: { code: "InvalidAuthenticationToken", message } }, 401);
    }
    const answer = await faulty(people.behaviourFor(person.id).graph);
    if (answer === null) return context.json(profile(person));
    return context.body(answer.body, answer.status, { "content-type": answer.type });
  });
}

/** The properties that Graph gives where none is asked for by name. */
function profile(person: MicrosoftPerson) {
  return {
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: null,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: person.id,
  };
}
