import type { EmailMessages } from "./en.ts";

export default {
  // Every mail
  greeting: "Dag,",
  greetingNamed: "Dag {0},",
  linkFallback: "Werkt de knop niet? Kopieer dan dit adres naar uw browser:",
  linkValidity: "Deze link is {0} geldig.",
  footerOrigin: "{brand}, het aanmeldportaal van uw scholen, stuurt u dit bericht automatisch.",
  footerPassword: "{brand} vraagt u nooit per e-mail om uw wachtwoord.",
  footerPrivacy: "Gegevensbescherming",
  "linkExpirationFormatter.timePeriodUnit.seconds": "{0,choice,0#seconden|1#seconde|1<seconden}",
  "linkExpirationFormatter.timePeriodUnit.minutes": "{0,choice,0#minuten|1#minuut|1<minuten}",
  "linkExpirationFormatter.timePeriodUnit.hours": "{0,choice,0#uur|1#uur|1<uur}",
  "linkExpirationFormatter.timePeriodUnit.days": "{0,choice,0#dagen|1#dag|1<dagen}",

  // Password reset
  passwordResetSubject: "Stel uw wachtwoord van {brand} opnieuw in",
  passwordResetText:
    "U hebt een nieuw wachtwoord gevraagd voor uw account bij {brand}. Kies het met de link hieronder.",
  passwordResetButton: "Mijn wachtwoord opnieuw instellen",
  passwordResetIgnore:
    "Hebt u niets gevraagd? Negeer dan dit bericht: uw wachtwoord blijft hetzelfde.",

  // Confirming an address
  emailVerificationSubject: "Bevestig uw e-mailadres",
  emailVerificationText:
    "Dit adres wordt gebruikt voor een account bij {brand}. Bevestig dat het van u is.",
  emailVerificationButton: "Mijn adres bevestigen",
  emailVerificationIgnore:
    "Bent u zich nu niet zelf aan het aanmelden? Bevestig dan niets en negeer dit bericht.",
  emailVerificationCodeText: "Dit is de code waarmee u uw adres voor {brand} bevestigt:",

  // Another address
  emailUpdateConfirmationSubject: "Bevestig uw nieuwe e-mailadres",
  emailUpdateText: "Het adres {0} zal worden gebruikt voor een account bij {brand}.",
  emailUpdateButton: "Het nieuwe adres bevestigen",
  emailUpdateIgnore: "Hebt u niets gevraagd? Negeer dan dit bericht: er verandert niets.",

  // Linking an account elsewhere, e.g. Microsoft's
  identityProviderLinkSubject: "Koppel uw account bij {0}",
  identityProviderLinkText:
    "Iemand die zich bij {0} heeft aangemeld met het account {1}, heeft gevraagd om het te koppelen aan uw account bij {brand}. Was u dat, dan hoeft u alleen nog op de link hieronder te klikken.",
  identityProviderLinkTextAt:
    "Op {1} heeft iemand die zich bij {0} heeft aangemeld met het account {2}, gevraagd om het te koppelen aan uw account bij {brand}. Was u dat, dan hoeft u alleen nog op de link hieronder te klikken.",
  identityProviderLinkButton: "Mijn account bij {0} koppelen",
  identityProviderLinkEffect:
    "Zodra de koppeling bevestigd is, geeft dit account bij {0} toegang tot uw account bij {brand}, zonder uw wachtwoord.",
  identityProviderLinkIgnore:
    "Hebt u niets gevraagd? Klik niet en negeer dit bericht: er wordt geen account gekoppeld.",

  // Things a person is asked to do
  executeActionsSubject: "Uw account bij {brand} staat klaar",
  executeActionsText: "Om uw account bij {brand} te gebruiken, moet u nog dit doen:",
  executeActionsButton: "Mijn account aanvullen",
  executeActionsIgnore: "Had u dit bericht niet verwacht? Negeer het dan: er verandert niets.",
  "requiredAction.CONFIGURE_TOTP": "Een authenticator-app instellen",
  "requiredAction.CONFIGURE_RECOVERY_AUTHN_CODES": "Herstelcodes aanmaken",
  "requiredAction.TERMS_AND_CONDITIONS": "De algemene gebruiksvoorwaarden aanvaarden",
  "requiredAction.UPDATE_PASSWORD": "Een wachtwoord kiezen",
  "requiredAction.UPDATE_PROFILE": "Uw profiel bijwerken",
  "requiredAction.VERIFY_PROFILE": "Uw profiel controleren",
  "requiredAction.UPDATE_EMAIL": "Uw e-mailadres bijwerken",
  "requiredAction.VERIFY_EMAIL": "Uw e-mailadres bevestigen",
  "requiredAction.webauthn-register": "Een passkey registreren",
  "requiredAction.webauthn-register-passwordless":
    "Een passkey registreren om u zonder wachtwoord aan te melden",
  "requiredAction.delete_account": "Uw account verwijderen",
  "requiredAction.delete_credential": "Een aanmeldmiddel verwijderen",
  "requiredAction.idp_link": "Een ander account koppelen",
  "requiredAction.update_user_locale": "Uw taal kiezen",

  // An invitation to the portal; its subject is that of all things to be done
  welcomeText:
    "{0} gebruikt voortaan {brand}: één account voor alle scholen van uw kinderen. U meldt zich aan met uw e-mailadres, dat de school kent; u hoeft alleen nog uw wachtwoord te kiezen.",
  welcomeButton: "Mijn wachtwoord aanmaken",
  welcomeExpired:
    "Is de link verlopen? Klik op de aanmeldpagina op ‘Wachtwoord vergeten?’ en vul dit adres in: {0}",
  welcomeAlready: "Hebt u zich al met dit adres aangemeld? Dan hoeft u niets te doen.",
  welcomeIgnore: "Kent u deze school niet? Negeer dan dit bericht.",

  // What happened on the account
  eventNotYou: "Was u dit niet? Wijzig dan meteen uw wachtwoord en verwittig uw school.",
  eventLoginErrorSubject: "Een mislukte poging om u aan te melden bij {brand}",
  eventLoginErrorText:
    "Iemand probeerde zich zonder succes aan te melden met uw account bij {brand}, op {0}, vanaf het adres {1}.",
  eventUpdatePasswordSubject: "Uw wachtwoord van {brand} is gewijzigd",
  eventUpdatePasswordText:
    "Het wachtwoord van uw account bij {brand} is gewijzigd op {0}, vanaf het adres {1}.",
  eventUpdateTotpSubject: "Uw authenticator-app is ingesteld",
  eventUpdateTotpText:
    "Er is een authenticator-app ingesteld voor uw account bij {brand} op {0}, vanaf het adres {1}.",
  eventRemoveTotpSubject: "Uw authenticator-app is verwijderd",
  eventRemoveTotpText:
    "De authenticator-app is verwijderd van uw account bij {brand} op {0}, vanaf het adres {1}.",
  eventUpdateCredentialSubject: "Een manier om u aan te melden bij {brand} is gewijzigd",
  eventUpdateCredentialText:
    "Een manier om u aan te melden bij {brand} is gewijzigd op {0}, vanaf het adres {1}: {2}.",
  eventRemoveCredentialSubject: "Een manier om u aan te melden bij {brand} is verwijderd",
  eventRemoveCredentialText:
    "Een manier om u aan te melden bij {brand} is verwijderd op {0}, vanaf het adres {1}: {2}.",
  eventUserDisabledByTemporaryLockoutSubject: "Uw account bij {brand} is even geblokkeerd",
  eventUserDisabledByTemporaryLockoutText:
    "Na verschillende mislukte pogingen is uw account bij {brand} op {0} even geblokkeerd. U kunt het later opnieuw proberen of een nieuw wachtwoord kiezen.",
  eventUserDisabledByPermanentLockoutSubject: "Uw account bij {brand} is geblokkeerd",
  eventUserDisabledByPermanentLockoutText:
    "Na verschillende mislukte pogingen is uw account bij {brand} op {0} geblokkeerd.",
  eventLockedOut: "Hulp nodig? Neem contact op met uw school.",
  "credentialType.password": "wachtwoord",
  "credentialType.otp": "authenticator-app",
  "credentialType.webauthn": "passkey",
  "credentialType.webauthn-passwordless": "passkey",
  "credentialType.recovery-authn-codes": "herstelcodes",

  // What has become of the ways into the account
  noticeNotYou:
    "Was u dit niet? Kies dan meteen een nieuw wachtwoord, via ‘Wachtwoord vergeten?’ op de aanmeldpagina, en verwittig uw school.",
  noticePasswordChosenSubject: "Uw account bij {brand} heeft een nieuw wachtwoord",
  noticePasswordChosenText:
    "Er is een nieuw wachtwoord gekozen voor uw account bij {brand} op {0}.",
  noticeAppAddedSubject: "Een authenticator-app beschermt uw account bij {brand}",
  noticeAppAddedText: "Er is een authenticator-app ingesteld voor uw account bij {brand} op {0}.",
  noticeAppRemovedSubject: "Een authenticator-app is verwijderd van uw account bij {brand}",
  noticeAppRemovedText: "Er is een authenticator-app verwijderd van uw account bij {brand} op {0}.",
  noticePasskeyAddedSubject: "Uw account bij {brand} heeft een nieuwe passkey",
  noticePasskeyAddedText: "Er is een passkey geregistreerd voor uw account bij {brand} op {0}.",
  noticePasskeyRemovedSubject: "Een passkey is verwijderd van uw account bij {brand}",
  noticePasskeyRemovedText: "Er is een passkey verwijderd van uw account bij {brand} op {0}.",
  noticeRecoveryCodesMadeSubject: "Uw account bij {brand} heeft nieuwe herstelcodes",
  noticeRecoveryCodesMadeText:
    "Er zijn herstelcodes gemaakt voor uw account bij {brand} op {0}. De vorige werken niet meer.",
  noticeRecoveryCodesRemovedSubject: "De herstelcodes van uw account bij {brand} zijn verwijderd",
  noticeRecoveryCodesRemovedText:
    "De herstelcodes van uw account bij {brand} zijn verwijderd op {0}: ze werken niet meer.",
  noticeRecoveryCodeUsedSubject: "Een herstelcode van uw account bij {brand} is gebruikt",
  noticeRecoveryCodeUsedText:
    "Er is een herstelcode gebruikt om uw account bij {brand} te openen op {0}. Ze werkt maar één keer.",
  noticeLinkedSubject: "Een account bij {0} is gekoppeld aan uw account bij {brand}",
  noticeLinkedText:
    "Er is een account bij {1} gekoppeld aan uw account bij {brand} op {0}: voortaan opent het uw account ook.",
  noticeUnlinkedSubject: "Een account bij {0} opent uw account bij {brand} niet meer",
  noticeUnlinkedText:
    "De koppeling van een account bij {1} met uw account bij {brand} is verwijderd op {0}: het opent uw account niet meer.",

  // Rare mails
  emailTestSubject: "{brand}: testbericht",
  emailTestText: "Dit is een testbericht: {brand} kan e-mails versturen.",
  orgInviteSubject: "Uitnodiging: {0}",
  orgInviteText: "U bent uitgenodigd om lid te worden van de organisatie {0}.",
  orgInviteButton: "De uitnodiging aanvaarden",
  orgInviteIgnore: "Wilt u geen lid worden? Negeer dan dit bericht.",
  verifiableCredentialOfferSubject: "Een bewijs voor uw digitale portefeuille",
  verifiableCredentialOfferText:
    "Vanuit uw account bij {brand} kunt u “{0}” toevoegen aan uw digitale portefeuille.",
  verifiableCredentialOfferButton: "Toevoegen aan mijn portefeuille",
  accountNotificationSubject: "Over uw account bij {brand}",
  accountNotificationBody:
    "Uw account vraagt uw aandacht. Hebt u vragen, neem dan contact op met uw school.",
  accountDisableNotificationSubject: "Uw account bij {brand} wordt binnenkort gesloten",
  accountDisableNotificationBody:
    "Uw account wordt over {0} dag(en) gesloten ({1}). Meld u één keer aan om het te behouden.",
  accountDeleteNotificationSubject: "Uw account bij {brand} wordt binnenkort verwijderd",
  accountDeleteNotificationBody:
    "Uw account wordt over {0} dag(en) definitief verwijderd ({1}). Had u dit niet verwacht, neem dan meteen contact op met uw school.",
} satisfies EmailMessages;
