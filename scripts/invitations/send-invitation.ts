import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { patiently, patientlyIfThere } from "../keycloak/patiently.ts";
import { schoolClientId } from "../realm/school.ts";
import { type Attributes, afterMail, afterRefusal, beforeMail } from "./mark.ts";

/** What each invitation of a run has in common. */
export interface Invitation {
  readonly school: { readonly id: string; readonly name: string };
  /** How long its link works. */
  readonly lifespanSeconds: number;
}

/** Why a mail did not leave. */
export interface Refusal {
  readonly why: string;
  /** Whether this address alone is at fault, rather than the mail server perhaps. */
  readonly isOfAddress: boolean;
}

/**
 * Sends somebody the mail that invites them, and notes it on their account.
 *
 * The note comes before the mail. Whatever breaks a run off, somebody may thus be left without a mail,
 * and is told of by the next run; noted afterwards, they would be mailed twice. That would be worse:
 * a parent who gets the same mail again and again takes it for a fraud, and whoever has no mail still
 * comes in by "Mot de passe oublié ?".
 *
 * @param user the account as it was just read
 * @returns `undefined` once the mail server has the mail
 * @throws what the server said when it is not known whether the mail has left; the note stays
 */
export async function sendInvitation(
  client: KeycloakAdminClient,
  user: UserRepresentation,
  { school, lifespanSeconds }: Invitation,
): Promise<Refusal | undefined> {
  const id = user.id ?? "";
  const before = (user.attributes ?? {}) as Attributes;
  const marked = { ...user, attributes: beforeMail(before, school, new Date()) };
  await patiently(() => client.users.update({ id }, marked as UserRepresentation));
  const takeBack = () => changeAttributes(client, id, (now) => afterRefusal(now, before));
  try {
    // Without a redirect address Keycloak's last page leads to the application's own home, and there
    // is nothing in the link that could be turned elsewhere. Never tried again: it may have left.
    await client.users.executeActionsEmail({
      id,
      actions: ["UPDATE_PASSWORD"],
      clientId: schoolClientId(school.id),
      lifespan: lifespanSeconds,
    });
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const refusal = refusalFrom(error);
    // What Keycloak itself refuses has not left, whatever the reason.
    if (refusal !== undefined || error.response.status < 500) await takeBack();
    if (refusal === undefined) throw error;
    return refusal;
  }
  await changeAttributes(client, id, afterMail);
  return undefined;
}

/** Keycloak has no status of its own for a mail that could not leave, hence its words. */
function refusalFrom({ response, responseData }: NetworkError): Refusal | undefined {
  const said = saidBy(responseData);
  if (response.status === 400 && said.startsWith("User ")) return { why: said, isOfAddress: true };
  if (response.status !== 500 || !said.startsWith("Failed to send")) return undefined;
  return said.includes("Invalid address")
    ? { why: "no address that a mail can go to", isOfAddress: true }
    : { why: "Keycloak could not hand it over", isOfAddress: false };
}

function saidBy(data: unknown): string {
  const said = (data as { errorMessage?: unknown } | null)?.errorMessage;
  return typeof said === "string" ? said : "";
}

/** Keycloak takes the attributes as a whole: those that are not sent are lost, hence read anew. */
async function changeAttributes(
  client: KeycloakAdminClient,
  id: string,
  change: (attributes: Attributes) => Attributes,
): Promise<void> {
  await patientlyIfThere(async () => {
    const user = await client.users.findOne({ id });
    if (!user) return;
    const attributes = change((user.attributes ?? {}) as Attributes);
    await client.users.update({ id }, { ...user, attributes } as UserRepresentation);
  });
}
