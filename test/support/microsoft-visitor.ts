import { microsoftControl } from "../../scripts/demo/microsoft/control.ts";
import type { MicrosoftPerson, NewPerson } from "../../scripts/demo/microsoft/people.ts";
import { linkIn } from "../pages/mails.ts";
import { authorizationUrl } from "./authorization.ts";
import { signInAt } from "./microsoft-sign-in.ts";
import type { Person, Portal, School } from "./portal.ts";
import { sharedServers } from "./servers.ts";
import { Visitor } from "./visitor.ts";

/** The stand-in Microsoft of this run. */
export function microsoft() {
  return microsoftControl(sharedServers().microsoft.control);
}

/** Makes an account at Microsoft, by default of an organisation that nobody here has heard of. */
export function accountAtMicrosoft(account: Partial<NewPerson>): Promise<MicrosoftPerson> {
  return microsoft().addPerson({
    kind: "organisation",
    tenant: crypto.randomUUID(),
    signInName: `${crypto.randomUUID()}@example.com`,
    password: "mot de passe Microsoft",
    givenName: "Claire",
    surname: "Dubois",
    ...account,
  });
}

/**
 * Does at Microsoft what somebody would.
 *
 * @param authorizeUrl Microsoft's door, at which a visitor has stopped
 * @returns where Microsoft sends the browser back to, with `code` and `state`
 */
export async function answerOf(authorizeUrl: string, account: MicrosoftPerson): Promise<string> {
  return (await signInAt(sharedServers().microsoft.control, authorizeUrl, account)).href;
}

/** A browser that ends at the portal's applications, and at Microsoft's door. */
export function visitorOf(portal: Portal): Visitor {
  const { demo, saintExupery } = portal.schools;
  return new Visitor(demo.app.url, saintExupery.app.url, "https://login.microsoftonline.com/");
}

/** Presses the button of a school's sign-in page. @returns at Microsoft's door */
export async function askMicrosoft(
  portal: Portal,
  school: School,
  visitor = visitorOf(portal),
  parameters: Record<string, string> = {},
): Promise<Visitor> {
  await visitor.open(authorizationUrl(portal, school, parameters));
  return visitor.follow(/href="([^"]*\/broker\/microsoft\/login[^"]*)"/);
}

/** Signs in at Microsoft and comes back. @returns where the portal leads */
export async function comeByMicrosoft(
  portal: Portal,
  school: School,
  account: MicrosoftPerson,
  visitor = visitorOf(portal),
  parameters: Record<string, string> = {},
): Promise<Visitor> {
  await askMicrosoft(portal, school, visitor, parameters);
  return visitor.open(await answerOf(visitor.url, account));
}

/** The same up to the page that speaks of the mail, which was sent. */
export async function askForLink(
  portal: Portal,
  school: School,
  account: MicrosoftPerson,
  visitor = visitorOf(portal),
  parameters: Record<string, string> = {},
): Promise<Visitor> {
  await comeByMicrosoft(portal, school, account, visitor, parameters);
  return visitor.send({ submitAction: "linkAccount" });
}

/** The link in the newest mail to somebody, once there are so many. */
export async function linkMailedTo(portal: Portal, { email }: Person, after = 0): Promise<string> {
  return linkIn(await portal.mailbox.waitForMail(email, { after }));
}

/** Presses *Confirmer* on the page of a link that was opened in another browser. */
export function confirmLink(visitor: Visitor): Promise<Visitor> {
  const address = new URL(visitor.formAddress);
  for (const [, name = "", value = ""] of visitor.html.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  )) {
    address.searchParams.set(name, value);
  }
  return visitor.open(address.href);
}

/** The names of the Microsoft accounts that somebody's account is linked to. */
export async function linksOf(portal: Portal, { id }: { id: string }): Promise<string[]> {
  const links = await portal.admin.users.listFederatedIdentities({ id });
  return links.map(({ userId = "" }) => userId);
}

/** Whether an application was given a code for somebody. */
export function isIn({ url }: Visitor): boolean {
  const { pathname, searchParams } = new URL(url);
  return pathname === "/callback" && searchParams.has("code");
}

/** Whether a page asks for the code of an authenticator application; it is drawn in a browser alone. */
export function isAskedForCode({ html }: Visitor): boolean {
  return html.includes("login-otp.ftl");
}
