import type { Mail } from "../../scripts/demo/mailbox.ts";
import { sendInvitation } from "../../scripts/invitations/send-invitation.ts";
import type { KnownPerson, Portal, School } from "./portal.ts";

/**
 * A school invites somebody, as `portail invite` does.
 *
 * @param more how long the link works, otherwise as shipped; less than nothing for one that has expired
 * @returns the mail
 */
export async function invite(
  portal: Portal,
  { id, name }: School,
  person: KnownPerson,
  more: { lifespanSeconds?: number } = {},
): Promise<Mail> {
  const before = await portal.mailbox.mailsTo(person.email);
  const user = await portal.admin.users.findOne({ id: person.id });
  const refusal = await sendInvitation(portal.admin, user ?? {}, {
    school: { id, name },
    lifespanSeconds: portal.config.signIn.invitation.seconds,
    ...more,
  });
  if (refusal !== undefined) throw new Error(`${person.email} was not invited: ${refusal.why}`);
  return portal.mailbox.waitForMail(person.email, { after: before.length });
}
