import { authorizationUrl } from "./authorization.ts";
import { visitorOf } from "./microsoft-visitor.ts";
import type { Person, Portal } from "./portal.ts";
import type { Visitor } from "./visitor.ts";

/* The form for a forgotten password, without a browser. */

/** Opens it from the sign-in page of the school demo. */
export async function openForgotten(portal: Portal): Promise<Visitor> {
  const visitor = await visitorOf(portal).open(authorizationUrl(portal, portal.schools.demo));
  return visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
}

/** Asks for the mail. @returns what every address is answered */
export async function askForReset(portal: Portal, { email }: Person): Promise<Visitor> {
  return (await openForgotten(portal)).send({ username: email });
}
