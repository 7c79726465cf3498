import type { ConsoleMessages } from "./en.ts";

/** The words of the account console in Dutch. */
const nl: ConsoleMessages = {
  // Every page
  logo: "{brand}",
  navigation: "Menu",
  backTo: "Terug naar de school",
  signOut: "Afmelden",
  save: "Opslaan",
  cancel: "Annuleren",
  confirm: "Bevestigen",
  tryAgain: "Opnieuw proberen",
  pageNotFound: "Deze pagina bestaat niet in uw account.",
  somethingWentWrong: "Er is iets misgegaan",
  somethingWentWrongDescription: "Probeer het zo meteen opnieuw.",
  unknownUser: "Mijn account",

  // My details
  personalInfo: "Mijn gegevens",
  personalInfoDescription:
    "Uw naam en uw adres komen van uw school. Staat er een fout in? Meld het aan uw school.",
  general: "Mijn gegevens",
  email: "E-mailadres (uw school wijzigt het)",
  username: "Gebruikersnaam",
  firstName: "Voornaam",
  lastName: "Achternaam",
  selectALocale: "Taal van pagina's en mails",
  defaultLocale: "Die van mijn browser",
  accountUpdatedMessage: "Het is opgeslagen.",
  accountUpdatedError: "Het kon niet worden opgeslagen.",
  "error-user-attribute-read-only": "Alleen uw school kan dit wijzigen.",

  // Signing in
  signingIn: "Aanmelden en beveiliging",
  signingInDescription: "Uw wachtwoord, en wat uw account daarnaast beschermt.",
  "basic-authentication": "Aanmelden",
  "two-factor": "Verificatie in twee stappen",
  passwordless: "Zonder wachtwoord",
  setUpNew: "Toevoegen: {{name}}",
  notSetUp: "Nog niets.",
  update: "Wijzigen",
  delete: "Verwijderen",
  updateCredAriaLabel: "Wijzigen of verwijderen",
  credentialCreatedAt: "<0>Sinds</0> {{date}}",
  password: "Mijn wachtwoord",
  "password-display-name": "Wachtwoord",
  "password-help-text": "U meldt zich ermee aan, samen met uw e-mailadres.",
  otp: "Authenticator-app",
  "otp-display-name": "Authenticator-app",
  "otp-help-text": "Bij elke aanmelding een code die uw telefoon toont.",
  "recovery-authn-codes": "Herstelcodes",
  "recovery-authn-codes-display-name": "Herstelcodes",
  "recovery-authn-codes-help-text":
    "Om op papier te bewaren: ze laten u binnen als u uw telefoon verliest. Elke code werkt één keer.",
  "recovery-codes-number-used": "Gebruikt: {{0}}",
  "recovery-codes-number-remaining": "Resterende codes: {{0}}",
  "recovery-codes-generate-new-codes": "Maak nieuwe codes voordat ze op zijn.",
  webauthn: "Passkey",
  "webauthn-display-name": "Passkey naast het wachtwoord",
  "webauthn-help-text": "Uw vingerafdruk, uw gezicht of een beveiligingssleutel, na uw wachtwoord.",
  "webauthn-authenticator-provider": "Bewaard door",
  "webauthn-transports": "Verbonden via",
  "webauthn-passwordless": "Passkey",
  "webauthn-passwordless-display-name": "Passkey in plaats van het wachtwoord",
  "webauthn-passwordless-help-text":
    "Uw vingerafdruk, uw gezicht of een beveiligingssleutel meldt u aan, zonder wachtwoord.",

  // Devices
  deviceActivity: "Aangemelde toestellen",
  signedInDevices: "Toestellen",
  signedInDevicesExplanation:
    "Ziet u een toestel dat u niet kent? Meld het af en wijzig daarna uw wachtwoord.",
  refreshPage: "Vernieuwen",
  signOutAllDevices: "Overal afmelden",
  signOutAllDevicesWarning: "Al uw toestellen worden afgemeld, ook dit toestel.",
  signOutWarning: "Dit toestel afmelden?",
  signedOutSession: "{{browser}} ({{os}}) is afgemeld.",
  errorSignOutMessage: "Dit toestel kon niet worden afgemeld: {{error}}",
  currentSession: "Dit toestel",
  unknownOperatingSystem: "Onbekend systeem",
  ipAddress: "IP-adres",
  lastAccessedOn: "Laatst gebruikt",
  clients: "Geopend",
  started: "Aangemeld sinds",
  expires: "Uiterlijk afgemeld",
  client_account: "Mijn account",
  "client_account-console": "Mijn account",

  // Linked accounts
  linkedAccounts: "Gelinkte accounts",
  linkedAccountsIntroMessage:
    "Met een gelinkt account, bijvoorbeeld dat van Microsoft, meldt u zich aan zonder wachtwoord.",
  linkedLoginProviders: "Al gelinkt",
  linkedEmpty: "Er is geen account gelinkt.",
  unlinkedLoginProviders: "Te linken",
  unlinkedEmpty: "Er is niets meer te linken.",
  link: "Account linken",
  linkError: "Het account kon niet worden gelinkt: {{error}}",
  unLink: "Link verwijderen",
  unLinkSuccess: "De link is verwijderd.",
  unLinkError: "De link is niet verwijderd. {{error}}",
  federatedIdentityRemovingLastProviderMessage:
    "Zonder wachtwoord zou u zich niet meer kunnen aanmelden. Voeg er eerst een toe, onder “Aanmelden en beveiliging”.",
  federatedIdentityLinkNotActiveMessage: "Dit account was niet meer gelinkt.",

  // Names that the console has in English alone, see in-browser.ts
  credentialList: "Wat u hebt",
  closeNotice: "Deze melding sluiten",

  // What only the style sheet shows: before the console is there, and where it cannot be
  loading: "Uw account wordt geopend…",
  needsScript:
    "Uw account heeft JavaScript nodig. Zet het aan in uw browser en laad de pagina opnieuw.",
};

export default nl;
