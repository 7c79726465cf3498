/**
 * Keycloak's German where it is missing, half English, misspelt, or uses other words than ours.
 * Every key is Keycloak's own.
 */
export default {
  // Missing
  delegationScopeConsentText: "Das Token an den Administrator {0} delegieren?",
  didExistsMessage: "Diese DID besteht bereits.",

  // English
  realmChoice: "Bereich",
  role_admin: "Administrator",
  "role_realm-admin": "Administrator des Bereichs",
  "client_admin-cli": "Verwaltung über die Befehlszeile",
  client_broker: "Vermittler",
  "client_security-admin-console": "Verwaltungskonsole",
  "console-accept-terms": "Nutzungsbedingungen akzeptieren? [j/n]:",
  "console-accept": "j",
  "console-otp": "Einmalcode:",
  credentialOfferUri: "URL des Angebots",
  invalidRequesterMessage: "Ungültiger Anfragender",

  // Terms
  termsTitle: "Nutzungsbedingungen",
  termsText: "<p>Die Nutzungsbedingungen sind noch festzulegen</p>",
  termsPlainText: "Die Nutzungsbedingungen sind noch festzulegen.",
  termsAcceptanceRequired: "Sie müssen unseren Nutzungsbedingungen zustimmen.",
  acceptTerms: "Ich stimme den Nutzungsbedingungen zu",
  "requiredAction.TERMS_AND_CONDITIONS": "Nutzungsbedingungen",

  // One-time codes
  loginTotpIntro:
    "Sie müssen einen Generator für Einmalcodes einrichten, um dieses Konto zu nutzen",
  loginTotpStep3DeviceName: "Geben Sie dem Gerät einen Namen, damit Sie es später wiedererkennen.",
  loginTotpManualStep2: "Öffnen Sie die Anwendung und geben Sie den folgenden Schlüssel ein:",
  loginTotpManualStep3: "Verwenden Sie die folgenden Werte, wenn die Anwendung danach fragt:",
  loginCredential: "Anmeldemittel",
  "requiredAction.CONFIGURE_TOTP": "Authenticator-App einrichten",

  // Anmeldung, Abmeldung, Anwendung, Konto
  loginProfileTitle: "Kontoangaben aktualisieren",
  loginIdpReviewProfileTitle: "Kontoangaben aktualisieren",
  emailVerifyTitle: "E-Mail-Adresse bestätigen",
  emailVerifyInstruction1:
    "Eine E-Mail mit Anweisungen zur Bestätigung Ihrer E-Mail-Adresse wurde an {0} gesendet.",
  emailVerifyInstruction2: "Haben Sie keinen Code in der E-Mail erhalten?",
  emailVerifyInstruction3: "um die E-Mail erneut zu senden.",
  emailVerifyInstruction4:
    "Um Ihre E-Mail-Adresse zu bestätigen, senden wir eine E-Mail mit Anweisungen an {0}.",
  emailVerifyResend: "Bestätigungs-E-Mail erneut senden",
  emailVerifySend: "Bestätigungs-E-Mail senden",
  emailVerifySendCooldown:
    "Sie müssen {0} Sekunden warten, bevor Sie die Bestätigungs-E-Mail erneut senden können.",
  verifyEmailMessage: "Sie müssen Ihre E-Mail-Adresse bestätigen, um Ihr Konto zu aktivieren.",
  emailVerificationCancelled: "Diese Bestätigung der E-Mail-Adresse wurde abgebrochen.",
  "requiredAction.VERIFY_EMAIL": "E-Mail-Adresse bestätigen",
  "requiredAction.idp_link": "Mit einem anderen Dienst verknüpfen",
  "requiredAction.update_user_locale": "Sprache ändern",
  "requiredAction.webauthn-register": "Passkey registrieren",
  "requiredAction.webauthn-register-passwordless":
    "Passkey für die Anmeldung ohne Passwort registrieren",
  emailLinkIdp3: "um die E-Mail erneut zu senden.",
  emailLinkIdp4: "Wenn Sie die E-Mail bereits in einem anderen Browser bestätigt haben",
  emailInstructionUsername:
    "Geben Sie Ihren Benutzernamen ein. Sie erhalten eine E-Mail, mit der Sie ein neues Passwort festlegen können.",
  emailUpdateConfirmationSentTitle: "Bestätigungs-E-Mail gesendet",
  copyCodeInstruction: "Bitte kopieren Sie diesen Code und fügen Sie ihn in die Anwendung ein:",
  "role_view-applications": "Anwendungen ansehen",
  "role_manage-applications": "Anwendungen verwalten",
  "client_account-console": "Kontoverwaltung",
  oauth2DeviceVerificationTitle: "Gerät anmelden",
  oauth2DeviceVerificationCompleteHeader: "Das Gerät ist angemeldet",
  oauth2DeviceVerificationFailedHeader: "Das Gerät wurde nicht angemeldet",
  delegationCompleteHeader: "Anmeldung gelungen",
  delegationFailedHeader: "Anmeldung fehlgeschlagen",
  identityProviderLogoutFailure: "Die Abmeldung beim SAML-Identitätsanbieter ist fehlgeschlagen",
  deletingAccountForbidden:
    "Sie können dieses Konto nicht selbst löschen. Bitte wenden Sie sich an Ihre Schule.",
  federatedIdentityExistsMessage:
    "Der Benutzer mit {0} {1} besteht bereits. Melden Sie sich an und verknüpfen Sie das Konto in der Kontoverwaltung.",
  federatedIdentityUnavailableMessage:
    "Der Benutzer {0}, angemeldet bei {1}, ist hier nicht bekannt. Bitte wenden Sie sich an Ihre Schule.",
  confirmOverrideIdpTitle: "Es besteht bereits eine Verknüpfung",
  confirmAccountLinking:
    "Bestätigen Sie, dass das Konto {0} bei {1} mit Ihrem Konto verknüpft werden soll.",
  confirmAccountLinkingBody:
    "Wenn Sie das Konto verknüpfen, können Sie sich auch mit dem Konto {0} bei {1} anmelden. Fahren Sie nicht fort, wenn Sie dies nicht veranlasst haben oder das Konto nicht verknüpfen möchten.",
  "identity-provider-redirector": "Bei einem anderen Dienst anmelden",
  "idp-email-verification-display-name": "Bestätigung per E-Mail",
  "idp-email-verification-help-text":
    "Verknüpfen Sie Ihr Konto, indem Sie Ihre E-Mail-Adresse bestätigen.",
  "idp-username-password-form-help-text": "Verknüpfen Sie Ihr Konto, indem Sie sich anmelden.",
  "organization.confirm-membership":
    "Durch Anklicken des folgenden Links werden Sie Mitglied der Organisation {0}:",
  "passkey-unsupported-browser-text":
    "Dieser Browser unterstützt keine Passkeys. Versuchen Sie es mit einem anderen.",
  "webauthn-registration-init-label-prompt": "Geben Sie Ihrem registrierten Passkey einen Namen",
} satisfies Record<string, string>;
