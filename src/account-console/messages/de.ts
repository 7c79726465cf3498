import type { ConsoleMessages } from "./en.ts";

/** The words of the account console in German. */
const de: ConsoleMessages = {
  // Every page
  logo: "{brand}",
  navigation: "Menü",
  backTo: "Zurück zur Schule",
  signOut: "Abmelden",
  save: "Speichern",
  cancel: "Abbrechen",
  confirm: "Bestätigen",
  tryAgain: "Erneut versuchen",
  pageNotFound: "Diese Seite gibt es in Ihrem Konto nicht.",
  somethingWentWrong: "Etwas ist schiefgegangen",
  somethingWentWrongDescription: "Versuchen Sie es gleich noch einmal.",
  unknownUser: "Mein Konto",

  // My details
  personalInfo: "Meine Angaben",
  personalInfoDescription:
    "Ihr Name und Ihre Adresse kommen von Ihrer Schule. Stimmt etwas nicht? Melden Sie es Ihrer Schule.",
  general: "Meine Angaben",
  email: "E-Mail-Adresse (Ihre Schule ändert sie)",
  username: "Benutzername",
  firstName: "Vorname",
  lastName: "Nachname",
  selectALocale: "Sprache der Seiten und E-Mails",
  defaultLocale: "Die meines Browsers",
  accountUpdatedMessage: "Gespeichert.",
  accountUpdatedError: "Das konnte nicht gespeichert werden.",
  "error-user-attribute-read-only": "Das kann nur Ihre Schule ändern.",

  // Signing in
  signingIn: "Anmeldung und Sicherheit",
  signingInDescription: "Ihr Passwort und was Ihr Konto darüber hinaus schützt.",
  "basic-authentication": "Anmelden",
  "two-factor": "Zwei-Faktor-Authentifizierung",
  passwordless: "Ohne Passwort",
  setUpNew: "Hinzufügen: {{name}}",
  notSetUp: "Noch nichts.",
  update: "Ändern",
  delete: "Entfernen",
  updateCredAriaLabel: "Ändern oder entfernen",
  credentialCreatedAt: "<0>Seit</0> {{date}}",
  password: "Mein Passwort",
  "password-display-name": "Passwort",
  "password-help-text": "Damit und mit Ihrer E-Mail-Adresse melden Sie sich an.",
  otp: "Authenticator-App",
  "otp-display-name": "Authenticator-App",
  "otp-help-text": "Bei jeder Anmeldung ein Code, den Ihr Telefon anzeigt.",
  "recovery-authn-codes": "Wiederherstellungscodes",
  "recovery-authn-codes-display-name": "Wiederherstellungscodes",
  "recovery-authn-codes-help-text":
    "Zum Aufbewahren auf Papier: Mit ihnen melden Sie sich an, wenn Sie Ihr Telefon verlieren. Jeder gilt einmal.",
  "recovery-codes-number-used": "Benutzt: {{0}}",
  "recovery-codes-number-remaining": "Verbleibende Codes: {{0}}",
  "recovery-codes-generate-new-codes": "Erstellen Sie neue Codes, bevor keine mehr übrig sind.",
  webauthn: "Passkey",
  "webauthn-display-name": "Passkey zusätzlich zum Passwort",
  "webauthn-help-text":
    "Ihr Fingerabdruck, Ihr Gesicht oder ein Sicherheitsschlüssel, nach Ihrem Passwort.",
  "webauthn-authenticator-provider": "Aufbewahrt von",
  "webauthn-transports": "Verbunden über",
  "webauthn-passwordless": "Passkey",
  "webauthn-passwordless-display-name": "Passkey anstelle des Passworts",
  "webauthn-passwordless-help-text":
    "Ihr Fingerabdruck, Ihr Gesicht oder ein Sicherheitsschlüssel meldet Sie an, ohne Passwort.",

  // Devices
  deviceActivity: "Angemeldete Geräte",
  signedInDevices: "Geräte",
  signedInDevicesExplanation:
    "Sehen Sie ein Gerät, das Sie nicht kennen? Melden Sie es ab und ändern Sie dann Ihr Passwort.",
  refreshPage: "Aktualisieren",
  signOutAllDevices: "Überall abmelden",
  signOutAllDevicesWarning: "Alle Ihre Geräte werden abgemeldet, auch dieses.",
  signOutWarning: "Dieses Gerät abmelden?",
  signedOutSession: "{{browser}} ({{os}}) ist abgemeldet.",
  errorSignOutMessage: "Dieses Gerät konnte nicht abgemeldet werden: {{error}}",
  currentSession: "Dieses Gerät",
  unknownOperatingSystem: "Unbekanntes System",
  ipAddress: "IP-Adresse",
  lastAccessedOn: "Zuletzt benutzt",
  clients: "Geöffnet",
  started: "Angemeldet seit",
  expires: "Spätestens abgemeldet",
  client_account: "Mein Konto",
  "client_account-console": "Mein Konto",

  // Linked accounts
  linkedAccounts: "Verknüpfte Konten",
  linkedAccountsIntroMessage:
    "Mit einem verknüpften Konto, zum Beispiel bei Microsoft, melden Sie sich ohne Passwort an.",
  linkedLoginProviders: "Schon verknüpft",
  linkedEmpty: "Es ist kein Konto verknüpft.",
  unlinkedLoginProviders: "Zu verknüpfen",
  unlinkedEmpty: "Es gibt nichts mehr zu verknüpfen.",
  link: "Konto verknüpfen",
  linkError: "Das Konto konnte nicht verknüpft werden: {{error}}",
  unLink: "Verknüpfung entfernen",
  unLinkSuccess: "Die Verknüpfung ist entfernt.",
  unLinkError: "Die Verknüpfung wurde nicht entfernt. {{error}}",
  federatedIdentityRemovingLastProviderMessage:
    "Ohne Passwort könnten Sie sich nicht mehr anmelden. Fügen Sie zuerst eines hinzu, unter „Anmeldung und Sicherheit“.",
  federatedIdentityLinkNotActiveMessage: "Dieses Konto war nicht mehr verknüpft.",

  // Names that the console has in English alone, see in-browser.ts
  credentialList: "Was Sie haben",
  closeNotice: "Diese Meldung schließen",

  // What only the style sheet shows: before the console is there, and where it cannot be
  loading: "Ihr Konto wird geöffnet…",
  needsScript:
    "Ihr Konto braucht JavaScript. Schalten Sie es in Ihrem Browser ein und laden Sie die Seite neu.",
};

export default de;
