import type { EmailMessages } from "./en.ts";

export default {
  // Every mail
  greeting: "Guten Tag,",
  greetingNamed: "Guten Tag {0},",
  linkFallback: "Funktioniert die Schaltfläche nicht? Kopieren Sie diese Adresse in Ihren Browser:",
  linkValidity: "Dieser Link ist {0} gültig.",
  footerOrigin:
    "{brand}, das Anmeldeportal Ihrer Schulen, sendet Ihnen diese Nachricht automatisch.",
  footerPassword: "{brand} fragt Sie niemals per E-Mail nach Ihrem Passwort.",
  footerPrivacy: "Datenschutz",
  "linkExpirationFormatter.timePeriodUnit.seconds": "{0,choice,0#Sekunden|1#Sekunde|1<Sekunden}",
  "linkExpirationFormatter.timePeriodUnit.minutes": "{0,choice,0#Minuten|1#Minute|1<Minuten}",
  "linkExpirationFormatter.timePeriodUnit.hours": "{0,choice,0#Stunden|1#Stunde|1<Stunden}",
  "linkExpirationFormatter.timePeriodUnit.days": "{0,choice,0#Tage|1#Tag|1<Tage}",

  // Password reset
  passwordResetSubject: "Setzen Sie Ihr Passwort für {brand} zurück",
  passwordResetText:
    "Sie haben ein neues Passwort für Ihr Konto bei {brand} angefordert. Wählen Sie es über den folgenden Link.",
  passwordResetButton: "Mein Passwort zurücksetzen",
  passwordResetIgnore:
    "Sie haben nichts angefordert? Dann ignorieren Sie diese Nachricht: Ihr Passwort bleibt, wie es ist.",

  // Confirming an address
  emailVerificationSubject: "Bestätigen Sie Ihre E-Mail-Adresse",
  emailVerificationText:
    "Diese Adresse wird für ein Konto bei {brand} verwendet. Bitte bestätigen Sie, dass sie Ihnen gehört.",
  emailVerificationButton: "Meine Adresse bestätigen",
  emailVerificationIgnore:
    "Sie melden sich gerade nicht selbst an? Dann bestätigen Sie nichts und ignorieren Sie diese Nachricht.",
  emailVerificationCodeText: "Mit diesem Code bestätigen Sie Ihre Adresse für {brand}:",

  // Another address
  emailUpdateConfirmationSubject: "Bestätigen Sie Ihre neue E-Mail-Adresse",
  emailUpdateText: "Die Adresse {0} soll für ein Konto bei {brand} verwendet werden.",
  emailUpdateButton: "Die neue Adresse bestätigen",
  emailUpdateIgnore:
    "Sie haben nichts angefordert? Dann ignorieren Sie diese Nachricht: Es ändert sich nichts.",

  // Linking an account elsewhere, e.g. Microsoft's
  identityProviderLinkSubject: "Verknüpfen Sie Ihr Konto bei {0}",
  identityProviderLinkText:
    "Jemand, der sich bei {0} mit dem Konto {1} angemeldet hat, hat darum gebeten, es mit Ihrem Konto bei {brand} zu verknüpfen. Wenn Sie das waren, fehlt nur noch ein Klick auf den folgenden Link.",
  identityProviderLinkTextAt:
    "Am {1} hat jemand, der sich bei {0} mit dem Konto {2} angemeldet hat, darum gebeten, es mit Ihrem Konto bei {brand} zu verknüpfen. Wenn Sie das waren, fehlt nur noch ein Klick auf den folgenden Link.",
  identityProviderLinkButton: "Mein Konto bei {0} verknüpfen",
  identityProviderLinkEffect:
    "Sobald die Verknüpfung bestätigt ist, öffnet dieses Konto bei {0} Ihr Konto bei {brand}, ohne Ihr Passwort.",
  identityProviderLinkIgnore:
    "Sie haben nichts angefordert? Klicken Sie nicht und ignorieren Sie diese Nachricht: Es wird kein Konto verknüpft.",

  // Things a person is asked to do
  executeActionsSubject: "Ihr Konto bei {brand} wartet auf Sie",
  executeActionsText: "Um Ihr Konto bei {brand} zu nutzen, bleibt noch Folgendes zu tun:",
  executeActionsButton: "Mein Konto vervollständigen",
  executeActionsIgnore:
    "Sie haben diese Nachricht nicht erwartet? Dann ignorieren Sie sie: Es ändert sich nichts.",
  "requiredAction.CONFIGURE_TOTP": "Eine Authenticator-App einrichten",
  "requiredAction.CONFIGURE_RECOVERY_AUTHN_CODES": "Wiederherstellungscodes erstellen",
  "requiredAction.TERMS_AND_CONDITIONS": "Die Nutzungsbedingungen akzeptieren",
  "requiredAction.UPDATE_PASSWORD": "Ein Passwort wählen",
  "requiredAction.UPDATE_PROFILE": "Ihr Profil aktualisieren",
  "requiredAction.VERIFY_PROFILE": "Ihr Profil überprüfen",
  "requiredAction.UPDATE_EMAIL": "Ihre E-Mail-Adresse aktualisieren",
  "requiredAction.VERIFY_EMAIL": "Ihre E-Mail-Adresse bestätigen",
  "requiredAction.webauthn-register": "Einen Passkey registrieren",
  "requiredAction.webauthn-register-passwordless":
    "Einen Passkey für die Anmeldung ohne Passwort registrieren",
  "requiredAction.delete_account": "Ihr Konto löschen",
  "requiredAction.delete_credential": "Ein Anmeldemittel löschen",
  "requiredAction.idp_link": "Ein anderes Konto verknüpfen",
  "requiredAction.update_user_locale": "Ihre Sprache wählen",

  // An invitation to the portal; its subject is that of all things to be done
  welcomeText:
    "{0} nutzt ab jetzt {brand}: ein einziges Konto für alle Schulen Ihrer Kinder. Sie melden sich mit Ihrer E-Mail-Adresse an, die die Schule kennt; Sie müssen nur noch Ihr Passwort wählen.",
  welcomeButton: "Mein Passwort erstellen",
  welcomeExpired:
    "Ist der Link abgelaufen? Klicken Sie auf der Anmeldeseite auf „Passwort vergessen?“ und geben Sie diese Adresse ein: {0}",
  welcomeAlready: "Sie haben sich mit dieser Adresse schon angemeldet? Dann müssen Sie nichts tun.",
  welcomeIgnore: "Sie kennen diese Schule nicht? Dann ignorieren Sie diese Nachricht.",

  // What happened on the account
  eventNotYou:
    "Das waren nicht Sie? Ändern Sie sofort Ihr Passwort und informieren Sie Ihre Schule.",
  eventLoginErrorSubject: "Ein fehlgeschlagener Versuch, sich bei {brand} anzumelden",
  eventLoginErrorText:
    "Jemand hat am {0} von der Adresse {1} aus vergeblich versucht, sich mit Ihrem Konto bei {brand} anzumelden.",
  eventUpdatePasswordSubject: "Ihr Passwort für {brand} wurde geändert",
  eventUpdatePasswordText:
    "Das Passwort Ihres Kontos bei {brand} wurde am {0} von der Adresse {1} aus geändert.",
  eventUpdateTotpSubject: "Ihre Authenticator-App ist eingerichtet",
  eventUpdateTotpText:
    "Für Ihr Konto bei {brand} wurde am {0} von der Adresse {1} aus eine Authenticator-App eingerichtet.",
  eventRemoveTotpSubject: "Ihre Authenticator-App wurde entfernt",
  eventRemoveTotpText:
    "Die Authenticator-App wurde am {0} von der Adresse {1} aus von Ihrem Konto bei {brand} entfernt.",
  eventUpdateCredentialSubject: "Ein Anmeldemittel für {brand} wurde geändert",
  eventUpdateCredentialText:
    "Ein Anmeldemittel Ihres Kontos bei {brand} wurde am {0} von der Adresse {1} aus geändert: {2}.",
  eventRemoveCredentialSubject: "Ein Anmeldemittel für {brand} wurde entfernt",
  eventRemoveCredentialText:
    "Ein Anmeldemittel Ihres Kontos bei {brand} wurde am {0} von der Adresse {1} aus entfernt: {2}.",
  eventUserDisabledByTemporaryLockoutSubject: "Ihr Konto bei {brand} ist vorübergehend gesperrt",
  eventUserDisabledByTemporaryLockoutText:
    "Nach mehreren fehlgeschlagenen Versuchen wurde Ihr Konto bei {brand} am {0} vorübergehend gesperrt. Sie können es später erneut versuchen oder ein neues Passwort wählen.",
  eventUserDisabledByPermanentLockoutSubject: "Ihr Konto bei {brand} ist gesperrt",
  eventUserDisabledByPermanentLockoutText:
    "Nach mehreren fehlgeschlagenen Versuchen wurde Ihr Konto bei {brand} am {0} gesperrt.",
  eventLockedOut: "Brauchen Sie Hilfe? Bitte wenden Sie sich an Ihre Schule.",
  "credentialType.password": "Passwort",
  "credentialType.otp": "Authenticator-App",
  "credentialType.webauthn": "Passkey",
  "credentialType.webauthn-passwordless": "Passkey",
  "credentialType.recovery-authn-codes": "Wiederherstellungscodes",

  // What has become of the ways into the account
  noticeNotYou:
    "Das waren nicht Sie? Wählen Sie sofort ein neues Passwort, über „Passwort vergessen?“ auf der Anmeldeseite, und informieren Sie Ihre Schule.",
  noticePasswordChosenSubject: "Ihr Konto bei {brand} hat ein neues Passwort",
  noticePasswordChosenText: "Für Ihr Konto bei {brand} wurde am {0} ein neues Passwort gewählt.",
  noticeAppAddedSubject: "Eine Authenticator-App schützt Ihr Konto bei {brand}",
  noticeAppAddedText: "Für Ihr Konto bei {brand} wurde am {0} eine Authenticator-App eingerichtet.",
  noticeAppRemovedSubject: "Eine Authenticator-App wurde von Ihrem Konto bei {brand} entfernt",
  noticeAppRemovedText: "Von Ihrem Konto bei {brand} wurde am {0} eine Authenticator-App entfernt.",
  noticePasskeyAddedSubject: "Ihr Konto bei {brand} hat einen neuen Passkey",
  noticePasskeyAddedText: "Für Ihr Konto bei {brand} wurde am {0} ein Passkey registriert.",
  noticePasskeyRemovedSubject: "Ein Passkey wurde von Ihrem Konto bei {brand} entfernt",
  noticePasskeyRemovedText: "Von Ihrem Konto bei {brand} wurde am {0} ein Passkey entfernt.",
  noticeRecoveryCodesMadeSubject: "Ihr Konto bei {brand} hat neue Wiederherstellungscodes",
  noticeRecoveryCodesMadeText:
    "Für Ihr Konto bei {brand} wurden am {0} Wiederherstellungscodes erstellt. Die früheren gelten nicht mehr.",
  noticeRecoveryCodesRemovedSubject:
    "Die Wiederherstellungscodes Ihres Kontos bei {brand} wurden entfernt",
  noticeRecoveryCodesRemovedText:
    "Die Wiederherstellungscodes Ihres Kontos bei {brand} wurden am {0} entfernt: Sie gelten nicht mehr.",
  noticeRecoveryCodeUsedSubject:
    "Ein Wiederherstellungscode Ihres Kontos bei {brand} wurde verwendet",
  noticeRecoveryCodeUsedText:
    "Am {0} wurde ein Wiederherstellungscode verwendet, um Ihr Konto bei {brand} zu öffnen. Er gilt nur einmal.",
  noticeLinkedSubject: "Ein Konto bei {0} ist mit Ihrem Konto bei {brand} verknüpft",
  noticeLinkedText:
    "Am {0} wurde ein Konto bei {1} mit Ihrem Konto bei {brand} verknüpft: Es öffnet ab jetzt auch Ihr Konto.",
  noticeUnlinkedSubject: "Ein Konto bei {0} öffnet Ihr Konto bei {brand} nicht mehr",
  noticeUnlinkedText:
    "Die Verknüpfung eines Kontos bei {1} mit Ihrem Konto bei {brand} wurde am {0} entfernt: Es öffnet Ihr Konto nicht mehr.",

  // Rare mails
  emailTestSubject: "{brand}: Testnachricht",
  emailTestText: "Dies ist eine Testnachricht: {brand} kann E-Mails senden.",
  orgInviteSubject: "Einladung: {0}",
  orgInviteText: "Sie sind eingeladen, der Organisation {0} beizutreten.",
  orgInviteButton: "Die Einladung annehmen",
  orgInviteIgnore: "Sie möchten nicht beitreten? Dann ignorieren Sie diese Nachricht.",
  verifiableCredentialOfferSubject: "Ein Nachweis für Ihre digitale Brieftasche",
  verifiableCredentialOfferText:
    "Aus Ihrem Konto bei {brand} können Sie „{0}“ in Ihre digitale Brieftasche übernehmen.",
  verifiableCredentialOfferButton: "In meine Brieftasche übernehmen",
  accountNotificationSubject: "Zu Ihrem Konto bei {brand}",
  accountNotificationBody:
    "Ihr Konto braucht Ihre Aufmerksamkeit. Bei Fragen wenden Sie sich bitte an Ihre Schule.",
  accountDisableNotificationSubject: "Ihr Konto bei {brand} wird bald geschlossen",
  accountDisableNotificationBody:
    "Ihr Konto wird in {0} Tag(en) geschlossen ({1}). Melden Sie sich einmal an, um es zu behalten.",
  accountDeleteNotificationSubject: "Ihr Konto bei {brand} wird bald gelöscht",
  accountDeleteNotificationBody:
    "Ihr Konto wird in {0} Tag(en) endgültig gelöscht ({1}). Falls Sie das nicht erwartet haben, wenden Sie sich bitte sofort an Ihre Schule.",
} satisfies EmailMessages;
