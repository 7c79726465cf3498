import type { Messages } from "./en.ts";
import secondFactor from "./second-factor/nl.ts";

export default {
  ...secondFactor,

  // Every page
  loginTitle: "Aanmelden bij {0}",
  termsLink: "Algemene gebruiksvoorwaarden",
  privacyLink: "Gegevensbescherming",
  privacyPolicyLink: "Beleid inzake gegevensbescherming",
  languageLabel: "Taal",
  doSubmit: "Bevestigen",
  doCancel: "Annuleren",
  doBack: "Terug",
  doContinue: "Doorgaan",
  doTryAgain: "Opnieuw proberen",
  doTryAnotherWay: "Een andere manier kiezen",
  showPassword: "Wachtwoord tonen",
  hidePassword: "Wachtwoord verbergen",
  opensNewTab: "(nieuw tabblad)",
  requiredFields: "Verplichte velden",
  errorLabel: "Fout",
  warningLabel: "Let op",
  infoLabel: "Informatie",
  successLabel: "Gelukt",
  pageNeedsScript:
    "Deze pagina heeft JavaScript nodig. Schakel het in uw browser in en laad de pagina opnieuw.",
  restartLoginTooltip: "Een ander account gebruiken",
  reauthenticate: "Bevestig dat u het bent om verder te gaan.",
  backToSchool: "Terug naar {0}",
  "client_account-console": "Mijn account",
  backToApplication: "Terug naar de toepassing",
  backToSignIn: "Terug naar het aanmelden",
  backToLogin: "Terug naar het aanmelden",
  proceedWithAction: "Doorgaan",

  // School landing
  landingWelcome: "Welkom bij {brand} van de school {0}",
  landingPortalHeading: "Aanmeldportaal",
  landingPortalQuestion: "Had u al een gebruikersaccount?",
  landingPortalVideo: "Bekijk de video met uitleg",
  landingPortalOpen: "Het aanmeldportaal openen",
  landingLegacyHeading: "Oude methode",
  landingLegacyUntil: "⚠ Deze manier van aanmelden is beschikbaar tot {0}",
  landingLegacySubmit: "→ Aanmelden",
  legacyRefusedMessage:
    "Gebruikersnaam of wachtwoord onjuist. Controleer ze, of open het aanmeldportaal.",
  legacyClosedMessage:
    "De oude methode is niet meer beschikbaar. Meld u aan via het portaal, met het e-mailadres dat de school kent.",

  // Not known at the school
  schoolUnknownTitle: "Account zonder toegang",
  schoolUnknownHeading: "Uw account is niet bekend bij de school {0}",
  schoolUnknownText:
    "U bent aangemeld, maar deze school heeft het e-mailadres van uw account niet geregistreerd.",
  schoolUnknownWhatToDo: "Wat kunt u doen?",
  schoolUnknownAskSchool:
    "Vraag de school om het e-mailadres te registreren waarmee u zich aanmeldt. Daarna krijgt u toegang.",
  schoolUnknownOtherAddress:
    "Hebt u deze school een ander adres gegeven? Gebruik dan het account van dat adres.",
  applicationClosedHeading: "Uw account geeft geen toegang tot deze toepassing",
  applicationClosedText:
    "U bent aangemeld, maar deze toepassing is niet voor uw account bestemd. Begin opnieuw vanaf de site van uw school, of gebruik een ander account.",

  // Old method, at a place that it does not open
  legacyElsewhereTitle: "Gebruik hier de nieuwe methode",
  legacyElsewhereText:
    "U hebt zich met de oude methode aangemeld. Die werkt alleen voor de school waarbij ze hoort.",
  legacyElsewhereSchool:
    "Ga voor de school {0} via het aanmeldportaal: uw gebruikersnaam is daar het e-mailadres dat de school kent.",
  legacyElsewhereAccount:
    "Ga verder via het aanmeldportaal: uw gebruikersnaam is daar het e-mailadres dat de school kent.",

  // After a sign-in by the old method
  legacyWelcomeTitle: "Uw nieuwe gebruikersnaam",
  legacyWelcomeText:
    "De oude methode is binnenkort niet meer beschikbaar. Voor al uw scholen volstaan dan één adres en één wachtwoord.",
  legacyWelcomeIdentifier: "Uw gebruikersnaam wordt {0}",
  legacyWelcomePassword: "Om uw wachtwoord te kiezen, ontvangt u een e-mail op dit adres.",
  legacyWelcomeOtherAddress: "Is het niet het uwe? Kies “Later” en meld het aan de school.",
  legacyWelcomeCreate: "Nu mijn wachtwoord kiezen",
  legacyWelcomeLater: "Later",
  legacyWelcomeSentHeading: "Kijk in uw mailbox",
  legacyWelcomeSentText:
    "Er is een e-mail gestuurd naar {0}. Klik op de link in die e-mail om uw wachtwoord te kiezen.",
  legacyWelcomeSentHint: "Niets ontvangen? Kijk ook bij de ongewenste e-mail.",
  legacyWelcomeGoOn: "Verder naar {0}",
  legacyWelcomeNoAddressHeading: "Geef de school uw e-mailadres",
  legacyWelcomeNoAddressText:
    "De oude methode is binnenkort niet meer beschikbaar. Uw gebruikersnaam wordt uw e-mailadres, en de school {0} kent er nog geen van u.",
  legacyWelcomeNoAddressWhatToDo:
    "Geef uw adres zo snel mogelijk door aan de school: daarna kunt u uw wachtwoord kiezen. Vandaag kunt u verder zoals voordien.",

  // Sign-in
  firstSignInTitle: "Informatie",
  firstSignInText:
    "Meldt u zich voor het eerst via dit portaal aan, klik dan op {0} en gebruik het e-mailadres dat de school kent.",
  loginAccountTitle: "Aanmelden",
  username: "Gebruikersnaam",
  email: "E-mailadres",
  usernameOrEmail: "E-mailadres",
  password: "Wachtwoord",
  doForgotPassword: "Wachtwoord vergeten?",
  doLogIn: "Aanmelden",
  rememberMe: "Aangemeld blijven",
  "identity-provider-login-label": "Of",

  // Forgotten password
  emailForgotTitle: "Wachtwoord vergeten?",
  forgotEmailHeading: "Voer uw e-mailadres in",
  emailInstruction: "We sturen u een e-mail waarmee u een nieuw wachtwoord kunt kiezen.",
  forgotEmailLabel: "Uw e-mailadres",
  emailSentMessage: "U ontvangt binnenkort een e-mail met verdere instructies.",
  emailSendErrorMessage:
    "De e-mail kon niet worden verstuurd. Probeer het over enkele minuten opnieuw.",

  // Update password
  updatePasswordMessage: "U moet uw wachtwoord wijzigen.",
  resetPasswordMessage: "U moet uw wachtwoord wijzigen.",
  updatePasswordTitle: "Wachtwoord wijzigen",
  passwordNew: "Uw wachtwoord",
  passwordConfirm: "Bevestig uw wachtwoord",
  passwordNewConfirm: "Bevestig uw wachtwoord",
  logoutOtherSessions: "Afmelden op andere apparaten",
  passwordHint: "Minstens {0} tekens. Enkele woorden die u makkelijk onthoudt, zijn prima.",

  // Account exists (Microsoft)
  confirmLinkIdpTitle: "Dit account bestaat al",
  federatedIdentityConfirmLinkMessage: "De gebruiker met {0} {1} bestaat al. Wat wilt u doen?",
  confirmLinkIdpReviewProfile: "Controleer uw profielgegevens",
  confirmLinkIdpContinue: "{0} koppelen aan uw bestaande account",

  // Link by e-mail (Microsoft)
  emailLinkIdpTitle: "Koppeling met {0}",
  linkIdpMessage: "U moet uw e-mailadres bevestigen om uw account te koppelen aan {0}.",
  emailLinkIdp1:
    "We hebben u een e-mail gestuurd met instructies om het account {1} bij {0} te koppelen aan uw account bij {brand}.",
  linkEmailResend: "Geen code ontvangen in de e-mail? Klik {0} om de e-mail opnieuw te versturen.",
  linkEmailContinue:
    "Hebt u uw e-mailadres al in een andere browser bevestigd, klik dan {0} om door te gaan.",
  linkHere: "hier",
  identityProviderLinkSuccess:
    "Uw adres is bevestigd. Ga terug naar de eerste browser om daar het aanmelden af te ronden.",

  // Link by e-mail (Microsoft), after a click
  linkEmailTitle: "Accounts koppelen",
  linkEmailResendLabel: "Klik hier om de e-mail opnieuw te versturen",
  linkEmailContinueLabel: "Klik hier om door te gaan",
  linkEmailSentAgain: "De e-mail is opnieuw verstuurd. Kijk ook bij de ongewenste e-mail.",
  linkEmailLimited:
    "Er zijn u al meerdere e-mails gestuurd, voorlopig komt er geen nieuwe. Kijk bij de ongewenste e-mail, of probeer het over een uur opnieuw.",
  linkEmailWaiting:
    "De link in de e-mail is nog niet bevestigd. Open die eerst en kom dan hier terug.",

  // What Microsoft says of the person
  linkProfileText: "Dit zegt {0} over u. Deze gegevens kunnen hier niet worden gewijzigd.",
  linkProfileName: "Naam",
  linkProfileAddress: "E-mailadres",
  linkProfileSchool:
    "De naam en het adres van uw account bij {brand} komen van uw school en blijven zoals ze zijn. Kloppen ze niet, dan verbetert de school ze.",

  // Microsoft's address is known to no school
  linkUnknownTitle: "Onbekend account",
  linkUnknownHeading: "Dit account bij {0} is hier niet bekend",
  linkUnknownAddress:
    "Geen enkele school heeft het adres {1} geregistreerd. Voor dit account bij {0} is dus geen account bij {brand} aangemaakt.",
  linkUnknownNoAddress:
    "{0} heeft ons geen e-mailadres gegeven. Voor dit account bij {0} is dus geen account bij {brand} aangemaakt.",
  linkUnknownSignIn:
    "Meld u eerst aan met het e-mailadres dat de school kent en uw wachtwoord. Nog geen wachtwoord? Klik op “Wachtwoord vergeten?”.",
  linkUnknownThenLink:
    "Open daarna {1} en koppel er uw account bij {0}, onder “Gelinkte accounts”. Dan kunt u zich ermee aanmelden.",
  linkAccountConsole: "uw account bij {brand}",
  linkSignIn: "Aanmelden met mijn e-mailadres",
  linkOtherAccount: "Een ander account bij {0} kiezen",

  // Already linked to another Microsoft account
  linkTakenTitle: "Account al gekoppeld",
  linkTakenHeading: "Uw account is al gekoppeld aan een ander account bij {0}",
  linkTakenText: "Uw account bij {brand} is gekoppeld aan {1} bij {0}. Er is niets gewijzigd.",
  linkTakenUseThat: "Het eenvoudigst: kies het account bij {0} dat al gekoppeld is.",
  linkTakenOtherInstead:
    "Verkiest u het nieuwe? Meld u aan met uw e-mailadres, open {1} en verwijder onder “Gelinkte accounts” het oude account bij {0} voordat u het nieuwe koppelt.",

  // The mail's link, opened in another browser
  linkConfirmTitle: "Koppeling te bevestigen",
  linkConfirmHeading: "Dit account bij {0} koppelen aan uw account bij {brand}?",
  linkConfirmText: "Dit is gevraagd in een andere browser of op een ander apparaat.",
  linkConfirmAccount: "Account bij {0}",
  linkConfirmAt: "Gevraagd op",
  linkConfirmAddress: "Account bij {brand}",
  linkConfirmEffect:
    "Als u bevestigt, krijgt de persoon van wie dit account bij {0} is, toegang tot uw account bij {brand}.",
  linkConfirmIgnore: "Hebt u niets gevraagd? Sluit deze pagina: er verandert niets.",
  linkConfirm: "Bevestigen",
  linkConfirmedMessageHeader: "Uw adres is bevestigd",
  linkConfirmedMessage:
    "Ga terug naar de pagina “Koppeling met {0}” die u open hebt laten staan en klik er op “hier” om door te gaan. Vindt u die niet terug? Begin dan opnieuw vanaf de site van uw school. Deze pagina mag u sluiten.",
  linkOverMessageHeader: "Deze link is niet meer geldig",
  linkOverMessage:
    "Deze link is al gebruikt, of hij hoort bij een eerdere aanvraag. Hebt u hem net bevestigd, ga dan terug naar de pagina die u open hebt laten staan. Begin anders opnieuw vanaf de site van uw school.",

  // Linking from the account console
  linkIdpActionTitle: "Koppeling met {0}",
  linkIdpActionMessage: "Wilt u uw account bij {0} koppelen aan uw account bij {brand}?",

  // Expired page
  pageExpiredTitle: "Deze pagina is verlopen",
  expiredText: "Ze heeft te lang opengestaan, of u bent teruggegaan. Er is niets verloren.",
  expiredContinue: "Verdergaan met aanmelden",
  expiredRestart: "Opnieuw beginnen met aanmelden",

  // Sign-out
  logoutConfirmTitle: "Afmelden",
  logoutConfirmHeader: "Wilt u zich afmelden?",
  doLogout: "Afmelden",
  successLogout: "U bent afgemeld. U kunt deze pagina sluiten.",
  failedLogout: "Het afmelden is niet gelukt. Sluit uw browser om de sessie te beëindigen.",
  "frontchannel-logout.title": "Afmelden",
  "frontchannel-logout.message": "U verlaat de volgende toepassingen",

  // Steps that name the button
  verifyOAuth2DeviceUserCode: "Voer de code in die uw apparaat toont en klik op Bevestigen",
  emailVerificationPending:
    "Er is een verificatiemail gestuurd naar {0}. Klik op Bevestigen om hem opnieuw te ontvangen, of voer een ander adres in.",

  // Refused sign-in. All of these say the same, so that nobody learns which addresses exist.
  invalidUserMessage:
    "E-mailadres of wachtwoord onjuist. Controleer ze, of kies “Wachtwoord vergeten?”.",
  invalidUsernameMessage: "E-mailadres onjuist. Controleer het even.",
  invalidUsernameOrEmailMessage: "E-mailadres onjuist. Controleer het even.",
  invalidPasswordMessage: "Wachtwoord onjuist. Controleer het even.",
  accountTemporarilyDisabledMessage:
    "E-mailadres of wachtwoord onjuist. Controleer ze, of kies “Wachtwoord vergeten?”.",
  accountPermanentlyDisabledMessage:
    "E-mailadres of wachtwoord onjuist. Controleer ze, of kies “Wachtwoord vergeten?”.",
  accountDisabledMessage:
    "Dit account is uitgeschakeld of voor een tijdje geblokkeerd. Probeer het later opnieuw. Blijft het duren, neem dan contact op met uw school.",
  invalidTotpMessage: "Code onjuist. Wacht op de volgende en probeer opnieuw.",
  accountTemporarilyDisabledMessageTotp: "Code onjuist. Wacht op de volgende en probeer opnieuw.",
  accountPermanentlyDisabledMessageTotp: "Code onjuist. Wacht op de volgende en probeer opnieuw.",
  "recovery-codes-error-invalid": "Deze herstelcode is niet juist.",
  sessionLimitExceeded:
    "U bent op te veel apparaten aangemeld. Meld u op een ervan af en probeer opnieuw.",

  // What was not filled in, or not rightly
  missingUsernameMessage: "Voer uw e-mailadres in.",
  missingEmailMessage: "Voer uw e-mailadres in.",
  invalidEmailMessage: "Dit e-mailadres is niet geldig.",
  "error-invalid-email": "Dit e-mailadres is niet geldig.",
  missingPasswordMessage: "Voer uw wachtwoord in.",
  missingFirstNameMessage: "Voer uw voornaam in.",
  missingLastNameMessage: "Voer uw achternaam in.",
  missingTotpMessage: "Voer de eenmalige code in.",
  missingTotpDeviceNameMessage: "Geef dit apparaat een naam.",
  notMatchPasswordMessage: "De twee wachtwoorden zijn niet gelijk.",
  invalidPasswordConfirmMessage: "De twee wachtwoorden zijn niet gelijk.",
  invalidPasswordExistingMessage: "Het huidige wachtwoord is niet juist.",
  invalidPasswordMinLengthMessage: "Het wachtwoord moet minstens {0} tekens lang zijn.",
  invalidPasswordMaxLengthMessage: "Het wachtwoord mag hoogstens {0} tekens lang zijn.",
  invalidPasswordMinDigitsMessage: "Het wachtwoord moet minstens {0} cijfer(s) bevatten.",
  invalidPasswordMinLowerCaseCharsMessage:
    "Het wachtwoord moet minstens {0} kleine letter(s) bevatten.",
  invalidPasswordMinUpperCaseCharsMessage:
    "Het wachtwoord moet minstens {0} hoofdletter(s) bevatten.",
  invalidPasswordMinSpecialCharsMessage:
    "Het wachtwoord moet minstens {0} leesteken(s) bevatten, bijvoorbeeld een punt of een streepje.",
  invalidPasswordNotUsernameMessage: "Het wachtwoord mag niet uw gebruikersnaam of uw adres zijn.",
  invalidPasswordNotContainsUsernameMessage:
    "Het wachtwoord mag uw gebruikersnaam of uw adres niet bevatten.",
  invalidPasswordNotEmailMessage: "Het wachtwoord mag niet uw e-mailadres zijn.",
  invalidPasswordRegexPatternMessage: "Dit wachtwoord heeft niet de gevraagde vorm.",
  invalidPasswordHistoryMessage:
    "Dit wachtwoord is al eerder gebruikt. Kies een ander dan uw laatste {0}.",
  invalidPasswordBlacklistedMessage:
    "Dit wachtwoord komt te vaak voor en wordt snel geraden. Kies een ander.",
  invalidPasswordGenericMessage:
    "Dit wachtwoord voldoet niet. Kies een langer, bijvoorbeeld enkele woorden.",

  // Links and pages that came too late
  expiredCodeMessage: "Het aanmelden duurde te lang. Meld u opnieuw aan.",
  loginTimeout: "Het aanmelden duurde te lang. We beginnen opnieuw.",
  expiredActionMessage: "Deze link is verlopen. U kunt zich nu aanmelden.",
  expiredActionTokenNoSessionMessage:
    "Deze link is verlopen of al gebruikt. Vraag op de aanmeldpagina een nieuwe aan.",
  expiredActionTokenSessionExistsMessage:
    "Deze link is verlopen of al gebruikt. Doe uw aanvraag opnieuw.",
  staleCodeMessage:
    "Deze pagina is niet meer geldig. Ga terug naar de toepassing en meld u opnieuw aan.",
  staleEmailVerificationLink:
    "Deze link is niet meer geldig. Misschien hebt u uw adres al bevestigd.",
  cookieNotFoundMessage:
    "Het aanmelden kon niet verdergaan. Misschien heeft de pagina te lang opengestaan, of weigert uw browser cookies. Sta ze toe en begin opnieuw vanaf de site van uw school.",
  sessionNotActiveMessage: "Uw sessie is afgelopen. Meld u opnieuw aan.",
  invalidCodeMessage: "Er ging iets mis. Ga terug naar de toepassing en meld u opnieuw aan.",

  // What went well
  accountUpdatedTitle: "Account bijgewerkt",
  accountUpdatedMessage: "Uw account is bijgewerkt. U kunt zich nu aanmelden.",
  accountPasswordUpdatedMessage: "Uw wachtwoord is gewijzigd.",
  emailVerifiedMessageHeader: "Adres bevestigd",
  emailVerifiedMessage: "Uw e-mailadres is bevestigd.",
  emailVerifiedAlreadyMessageHeader: "Adres bevestigd",
  emailVerifiedAlreadyMessage: "Uw e-mailadres was al bevestigd.",
  alreadyLoggedIn: "U bent al aangemeld.",
  confirmExecutionOfActions: "Dit moet u nog doen",
  "requiredAction.UPDATE_PASSWORD": "Een wachtwoord kiezen",

  // What went wrong, and is not the person's doing
  errorTitle: "Dat is niet gelukt",
  errorTitleHtml: "Dat is niet gelukt",
  internalServerError: "Er ging bij ons iets mis. Probeer het over enkele minuten opnieuw.",
  pageNotFound: "Deze pagina bestaat niet.",
  "access-denied": "Toegang geweigerd",
  noAccessMessage: "U hebt geen toegang tot deze pagina.",
  clientNotFoundMessage:
    "De toepassing waar u vandaan komt, is hier niet bekend. Begin opnieuw vanaf de site van uw school.",
  clientDisabledMessage: "De toepassing waar u vandaan komt, is momenteel niet actief.",
  unknownLoginRequesterMessage:
    "De toepassing waar u vandaan komt, is hier niet bekend. Begin opnieuw vanaf de site van uw school.",
  loginRequesterNotEnabledMessage: "De toepassing waar u vandaan komt, is momenteel niet actief.",
  realmNotEnabledMessage: "Aanmelden is momenteel niet mogelijk. Probeer het later opnieuw.",
  invalidRequestMessage:
    "Deze aanvraag is onvolledig of niet meer geldig. Begin opnieuw vanaf de site van uw school.",
  invalidRedirectUriMessage:
    "Het adres om naar terug te keren is niet toegestaan. Begin opnieuw vanaf de site van uw school.",
  resetCredentialNotAllowedMessage: "Het wachtwoord kan niet op deze manier worden gewijzigd.",
  differentUserAuthenticated: "U bent al aangemeld met een ander account. Meld u daar eerst af.",
  traceIdSupportMessage: "Geef deze referentie door als u hulp vraagt: {0}",

  // Microsoft did not answer as hoped. Where Keycloak does not say who, it is Microsoft: the portal
  // has no other identity provider.
  federatedIdentityConfirmReauthenticateMessage: "Meld u aan om uw account te koppelen aan {0}",
  identityProviderUnexpectedErrorMessage:
    "Het aanmelden met Microsoft is niet gelukt. Er is niets gewijzigd. Probeer het over enkele minuten opnieuw, of meld u aan met uw e-mailadres en uw wachtwoord.",
  unexpectedErrorHandlingRequestMessage:
    "Het aanmelden met Microsoft is niet gelukt. Er is niets gewijzigd. Probeer het over enkele minuten opnieuw, of meld u aan met uw e-mailadres en uw wachtwoord.",
  unexpectedErrorHandlingResponseMessage:
    "Het aanmelden met Microsoft is niet gelukt. Er is niets gewijzigd. Probeer het over enkele minuten opnieuw, of meld u aan met uw e-mailadres en uw wachtwoord.",
  identityProviderAuthenticationFailedMessage:
    "Het aanmelden met Microsoft is niet gelukt. Er is niets gewijzigd. Probeer het over enkele minuten opnieuw, of meld u aan met uw e-mailadres en uw wachtwoord.",
  couldNotObtainTokenMessage:
    "Het aanmelden met Microsoft is niet gelukt. Er is niets gewijzigd. Probeer het over enkele minuten opnieuw, of meld u aan met uw e-mailadres en uw wachtwoord.",
  couldNotProceedWithAuthenticationRequestMessage:
    "Het aanmelden met Microsoft is niet gelukt. Er is niets gewijzigd. Probeer het over enkele minuten opnieuw, of meld u aan met uw e-mailadres en uw wachtwoord.",
  couldNotSendAuthenticationRequestMessage:
    "Microsoft antwoordt niet. Er is niets gewijzigd. Probeer het over enkele minuten opnieuw, of meld u aan met uw e-mailadres en uw wachtwoord.",
  identityProviderMissingStateMessage:
    "Het antwoord van Microsoft is onvolledig of niet meer geldig. Er is niets gewijzigd. Begin opnieuw vanaf de site van uw school.",
  identityProviderMissingCodeOrErrorMessage:
    "Het antwoord van Microsoft is onvolledig of niet meer geldig. Er is niets gewijzigd. Begin opnieuw vanaf de site van uw school.",
  identityProviderInvalidResponseMessage:
    "Het antwoord van Microsoft is onvolledig of niet meer geldig. Er is niets gewijzigd. Begin opnieuw vanaf de site van uw school.",
  identityProviderInvalidSignatureMessage:
    "Het antwoord van Microsoft is onvolledig of niet meer geldig. Er is niets gewijzigd. Begin opnieuw vanaf de site van uw school.",
  identityProviderNotFoundMessage:
    "Deze manier van aanmelden wordt hier niet aangeboden. Meld u aan met uw e-mailadres en uw wachtwoord.",
  "access-denied-when-idp-auth":
    "Het aanmelden met {0} is onderbroken of geweigerd. Er is niets gewijzigd. Begin opnieuw en aanvaard wat {0} u vraagt, of meld u aan met uw e-mailadres en uw wachtwoord.",
  identityProviderAlreadyLinkedMessage:
    "Dit account bij {0} is al gekoppeld aan het account bij {brand} van iemand anders. Kies een ander account bij {0}, of neem contact op met uw school.",
  identityProviderAlreadyLinkedToCurrentUserMessage:
    "Uw account bij {brand} is al gekoppeld aan een account bij {0}. Wilt u een ander koppelen, verwijder dan eerst dat account in uw account bij {brand}, onder “Gelinkte accounts”.",
  staleCodeAccountMessage:
    "Deze pagina is niet meer geldig. Er is niets gewijzigd. Begin opnieuw vanuit uw account bij {brand}.",
  brokerLinkingSessionExpired:
    "Uw sessie is afgelopen voordat de accounts gekoppeld waren. Er is niets gewijzigd. Meld u opnieuw aan en begin opnieuw.",
  "Not found serialized context in authenticationSession.":
    "Deze pagina is niet meer geldig. Begin opnieuw vanaf de site van uw school.",
} satisfies Messages;
