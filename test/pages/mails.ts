import type { Mail } from "../../scripts/demo/mailbox.ts";

/**
 * The address behind a mail's button, read from its text part, as a person without images or styles
 * would.
 *
 * @throws Error when the mail has none, or more than one
 */
export function linkIn(mail: Mail): string {
  const links = (mail.text ?? "").match(/https?:\/\/\S+/g) ?? [];
  const [link] = new Set(links.filter((address) => address.includes("/login-actions/")));
  if (link === undefined) throw new Error(`"${mail.subject}" has no link in its text`);
  return link;
}
