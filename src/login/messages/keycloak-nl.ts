/**
 * Keycloak's Dutch where it is missing, English, misspelt, or says *inloggen* where ours says
 * *aanmelden*. Every key is Keycloak's own.
 */
export default {
  // Missing
  doSwitchOrganization: "Van organisatie wisselen",
  delegationScopeConsentText: "Het token delegeren aan beheerder {0}?",
  didExistsMessage: "Deze DID bestaat al.",
  credentialOfferTitle: "Uw {0} ophalen",
  credentialOfferStep1:
    "Haal uw {0} op door de volgende QR-code te scannen met uw digitale portefeuille, als die op een ander toestel staat. Staat ze op dit toestel, dan kunt u de URL van het aanbod rechtstreeks openen.",
  credentialOfferStep2:
    "Ga verder met aanmelden bij de toepassing zodra {0} in uw portefeuille staat.",
  credentialOfferUri: "URL van het aanbod",
  naturalPersonScopeConsentText: "Verifieerbaar bewijs van een natuurlijke persoon",
  orgDisabledMessage:
    "De organisatie is momenteel niet beschikbaar en kan geen nieuwe leden aannemen.",

  // English
  realmChoice: "Domein",
  role_admin: "Beheerder",
  "role_realm-admin": "Beheerder van het domein",
  "client_admin-cli": "Beheer via de opdrachtregel",
  client_broker: "Bemiddelaar",
  "console-accept-terms": "Aanvaardt u de algemene voorwaarden? [j/n]:",
  "console-accept": "j",
  confirmOverrideIdpTitle: "Er bestaat al een koppeling",
  "saml.post-form.title": "Doorsturen voor aanmelding",
  "saml.post-form.message": "U wordt doorgestuurd, even geduld.",
  "saml.artifactResolutionServiceInvalidResponse": "Het antwoord kon niet worden gelezen.",
  identityProviderLogoutFailure: "Afmelden bij de SAML-identiteitsdienst is niet gelukt",
  gssDelegationCredential: "GSS-delegatiegegeven",
  invalidRequesterMessage: "Ongeldige aanvrager",

  // Misspelt or mistaken
  emailUpdateConfirmationSent:
    "Een bevestigingsmail is verstuurd naar {0}. Volg de instructies daarin om de wijziging van het e-mailadres te voltooien.",
  phoneNumberVerified: "Telefoonnummer geverifieerd",
  "error-empty": "Voer een waarde in.",
  credentialSetupRequired: "Aanmelden is niet mogelijk: er is nog geen aanmeldmiddel ingesteld.",
  missingParameterMessage: "Ontbrekende parameters: {0}",
  "error-invalid-multivalued-size":
    "Kenmerk {0} moet minimaal {1} en maximaal {2} {2,choice,0#waarden|1#waarde|1<waarden} hebben.",
  confirmAccountLinkingBody:
    "Als u het account koppelt, kunt u zich ook aanmelden met het account {0} bij {1}. Ga niet verder als u dit niet zelf hebt gevraagd of het account niet wilt koppelen.",
  confirmEmailAddressVerification: "Bevestig dat het e-mailadres {0} van u is.",

  // Aanmelden, afmelden, toepassing
  bypassKerberosDetail:
    "U bent niet aangemeld via Kerberos of uw browser is er niet voor ingesteld. Klik op Doorgaan om u op een andere manier aan te melden",
  kerberosNotSetUp: "Kerberos is niet ingesteld. U kunt zich niet aanmelden.",
  loginTotpIntro: "U moet een generator van eenmalige codes instellen om dit account te gebruiken",
  loginTotpManualStep2: "Open de toepassing en voer de sleutel in:",
  loginTotpManualStep3: "Gebruik de volgende instellingen als de toepassing daarom vraagt:",
  loginTotpUnableToScan: "Lukt het scannen niet?",
  loginTotpScanBarcode: "De QR-code scannen?",
  authenticatorCode: "Eenmalige code",
  loginCredential: "Aanmeldmiddel",
  copyCodeInstruction: "Kopieer deze code en plak ze in uw toepassing:",
  pageExpiredMsg1: "Om opnieuw te beginnen met aanmelden",
  pageExpiredMsg2: "Om verder te gaan met aanmelden",
  "role_view-applications": "Toepassingen bekijken",
  "role_manage-applications": "Toepassingen beheren",
  federatedIdentityExistsMessage:
    "De gebruiker met {0} {1} bestaat al. Meld u aan en koppel het account in het accountbeheer.",
  federatedIdentityUnavailableMessage:
    "De gebruiker {0}, aangemeld bij {1}, bestaat hier niet. Neem contact op met uw school.",
  federatedIdentityUnmatchedEssentialClaimMessage:
    "Het ID-token van de identiteitsdienst bevat niet het vereiste gegeven. Neem contact op met uw beheerder.",
  deletingAccountForbidden:
    "U kunt dit account niet zelf verwijderen. Neem contact op met uw school.",
  delegationCompleteHeader: "Aanmelden gelukt",
  delegationFailedHeader: "Aanmelden mislukt",
  delegationFailedMessage:
    "U kunt dit browservenster sluiten, teruggaan naar uw toepassing en opnieuw proberen u aan te melden.",
  bearerOnlyMessage: "Bearer-only toepassingen mogen geen aanmelding via de browser starten",
  standardFlowDisabledMessage:
    "Deze toepassing mag geen aanmelding via de browser starten met het opgegeven response_type. De Standard Flow is er uitgeschakeld.",
  implicitFlowDisabledMessage:
    "Deze toepassing mag geen aanmelding via de browser starten met het opgegeven response_type. De Implicit Flow is er uitgeschakeld.",
  oauth2DeviceVerificationTitle: "Een apparaat aanmelden",
  oauth2DeviceVerificationCompleteHeader: "Het apparaat is aangemeld",
  oauth2DeviceVerificationFailedHeader: "Het apparaat is niet aangemeld",
  oauth2DeviceInvalidUserCodeMessage: "Ongeldige code, probeer het opnieuw.",
  "identity-provider-redirector": "Aanmelden bij een andere dienst",
  "idp-email-verification-display-name": "Bevestiging per e-mail",
  "idp-email-verification-help-text": "Koppel uw account door uw e-mailadres te bevestigen.",
  "idp-username-password-form-help-text": "Koppel uw account door u aan te melden.",
  "recovery-codes-action-cancel": "Annuleren",
  "passkey-unsupported-browser-text":
    "Deze browser ondersteunt geen passkeys. Probeer een andere browser.",
  "webauthn-registration-init-label-prompt": "Geef uw geregistreerde passkey een naam",
  invalidTokenRequiredActions: "De vereiste handelingen in de link zijn ongeldig",
  accountUnusable: "De toepassing kan met dit account niet meer worden gebruikt",
  emailVerificationCancelled: "De bevestiging van dit e-mailadres is geannuleerd.",
  "requiredAction.webauthn-register": "Een passkey registreren",
  "requiredAction.webauthn-register-passwordless":
    "Een passkey registreren om u zonder wachtwoord aan te melden",
  "requiredAction.CONFIGURE_TOTP": "Een authenticator-app instellen",
  "requiredAction.idp_link": "Een andere dienst koppelen",
} satisfies Record<string, string>;
