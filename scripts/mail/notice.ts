import { createTransport } from "nodemailer";
import type { PortalConfig } from "../config/schema.ts";
import { UserError } from "../errors.ts";

/** A short mail in plain text. */
export interface Notice {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** So long a mail server may be silent, as Keycloak has it. */
const silenceMs = 10_000;

/**
 * Sends a mail from this machine, for what Keycloak has no mail for, with the settings that Keycloak
 * sends with.
 *
 * @param mail of the configuration
 * @throws {UserError} `NOTICE_NOT_SENT`; the address is in it, and nothing of the mail server's password
 */
export async function sendNotice(
  mail: PortalConfig["mail"],
  { to, subject, text }: Notice,
): Promise<void> {
  const transport = createTransport({
    host: mail.host,
    port: mail.port,
    secure: mail.encryption === "tls",
    // Either asked for, and then nothing is sent without it, or not at all: as the settings say.
    requireTLS: mail.encryption === "starttls",
    ignoreTLS: mail.encryption === "none",
    ...(mail.user === undefined ? {} : { auth: { user: mail.user, pass: mail.password ?? "" } }),
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    // The text is ours, and nothing in it may read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: { name: mail.fromName, address: mail.from },
      // An object is one address whatever is in it, where a text could be a list.
      to: { name: "", address: to },
      ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
      subject,
      text,
      // Out-of-office programs are not to answer.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw new UserError(
      "NOTICE_NOT_SENT",
      `no mail to ${to}: ${mail.host}:${mail.port} did not take it (${reasonOf(error)})`,
      "Check mail in portal.yaml, and that this machine may send by that server.",
      { cause: error },
    );
  } finally {
    transport.close();
  }
}

/** Never what the server said: it may repeat what it was sent. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code ?? "no reason", ...(responseCode === undefined ? [] : [responseCode])].join(" ");
}
