import { renderToStaticMarkup } from "react-dom/server";
import { toFreemarker } from "../login/freemarker/markers.ts";
import { type Language, languages } from "../login/messages/index.ts";
import { toProperties } from "../login/messages/properties.ts";
import { DrawnAs, type Mail, Page } from "./layout.tsx";
import { emailMessages } from "./messages/index.ts";
import type { EmailBrand } from "./styles.ts";
import { accountEvents } from "./templates/account-events.tsx";
import { emailTest } from "./templates/email-test.tsx";
import { emailUpdateConfirmation } from "./templates/email-update-confirmation.tsx";
import { emailVerification } from "./templates/email-verification.tsx";
import { emailVerificationWithCode } from "./templates/email-verification-with-code.tsx";
import { executeActions } from "./templates/execute-actions.tsx";
import { identityProviderLink } from "./templates/identity-provider-link.tsx";
import { notices } from "./templates/notices.tsx";
import { orgInvite } from "./templates/org-invite.tsx";
import { passwordReset } from "./templates/password-reset.tsx";
import { verifiableCredentialOffer } from "./templates/verifiable-credential-offer.tsx";
import { workflowNotification } from "./templates/workflow-notification.tsx";

/** Every mail Keycloak can send, and those of the portal's extension. */
export const mails: readonly Mail[] = [
  passwordReset,
  emailVerification,
  emailVerificationWithCode,
  emailUpdateConfirmation,
  identityProviderLink,
  executeActions,
  emailTest,
  orgInvite,
  verifiableCredentialOffer,
  workflowNotification,
  ...accountEvents,
  ...notices,
];

/** Stands at the top of every mail: dates in mails are those on a parent's clock, in the mail's language. */
export const settings = '<#setting locale=locale.language><#setting time_zone="Europe/Brussels">';

/**
 * The e-mail theme of a brand.
 *
 * @param privacyUrl address of the brand's page on data protection, by language
 * @returns content of each file by its path in the theme's `email` folder
 */
export function renderEmails(
  brand: EmailBrand,
  privacyUrl: Record<Language, string>,
): Record<string, string> {
  const templates = mails.flatMap((mail) => [
    [`html/${mail.name}.ftl`, htmlTemplate(mail, brand)],
    [`text/${mail.name}.ftl`, textTemplate(mail, brand)],
  ]);
  const messages = languages.map(({ tag }) => [
    `messages/messages_${tag}.properties`,
    toProperties({ ...emailMessages[tag], privacyUrl: privacyUrl[tag] }, brand.name),
  ]);
  const properties = `parent=base\nlocales=${languages.map(({ tag }) => tag).join(",")}\n`;
  return Object.fromEntries([...templates, ...messages, ["theme.properties", properties]]);
}

function htmlTemplate(mail: Mail, brand: EmailBrand): string {
  return `${settings}<!DOCTYPE html>\n${draw(mail, brand, "html")}\n`;
}

/** Keycloak treats every `.ftl` as HTML; the first line says that this one is not. */
function textTemplate(mail: Mail, brand: EmailBrand): string {
  return `<#ftl output_format="plainText">\n${settings}\n${draw(mail, brand, "text")}`;
}

function draw(mail: Mail, brand: EmailBrand, format: "html" | "text"): string {
  return toFreemarker(
    renderToStaticMarkup(
      <DrawnAs value={{ format, brand }}>
        <Page>{mail.body}</Page>
      </DrawnAs>,
    ),
  );
}
