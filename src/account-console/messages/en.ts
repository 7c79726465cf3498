/**
 * The words of the account console in English, and the keys every language has. Nearly all keys are
 * Keycloak's own. `{{name}}` is an argument, `{brand}` the brand's name; apostrophes are written as
 * they are read.
 */
const en = {
  // Every page
  logo: "{brand}",
  navigation: "Menu",
  // Without its name: the console would show `&#39;` where a name has an apostrophe.
  backTo: "Back to the school",
  signOut: "Sign out",
  save: "Save",
  cancel: "Cancel",
  confirm: "Confirm",
  tryAgain: "Try again",
  pageNotFound: "There is no such page in your account.",
  somethingWentWrong: "Something went wrong",
  somethingWentWrongDescription: "Please try again in a moment.",
  unknownUser: "My account",

  // My details
  personalInfo: "My details",
  personalInfoDescription:
    "Your name and your address come from your school. Is there a mistake? Tell your school.",
  general: "My details",
  email: "Email address (changed by your school)",
  username: "Username",
  firstName: "First name",
  lastName: "Last name",
  selectALocale: "Language of pages and mails",
  defaultLocale: "My browser's",
  accountUpdatedMessage: "Saved.",
  accountUpdatedError: "This could not be saved.",
  "error-user-attribute-read-only": "Your school alone can change this.",

  // Signing in
  signingIn: "Sign-in and security",
  signingInDescription: "Your password, and what protects your account beyond it.",
  "basic-authentication": "Signing in",
  "two-factor": "Two-step verification",
  passwordless: "Without a password",
  setUpNew: "Add: {{name}}",
  notSetUp: "None yet.",
  update: "Change",
  delete: "Remove",
  updateCredAriaLabel: "Change or remove",
  credentialCreatedAt: "<0>Since</0> {{date}}",
  password: "My password",
  "password-display-name": "Password",
  "password-help-text": "You sign in with it and your email address.",
  otp: "Authenticator app",
  "otp-display-name": "Authenticator app",
  "otp-help-text": "At each sign-in, a code that your phone shows.",
  "recovery-authn-codes": "Recovery codes",
  "recovery-authn-codes-display-name": "Recovery codes",
  "recovery-authn-codes-help-text":
    "To be kept on paper: they let you in if you lose your phone. Each works once.",
  "recovery-codes-number-used": "Used: {{0}}",
  "recovery-codes-number-remaining": "Codes left: {{0}}",
  "recovery-codes-generate-new-codes": "Make new codes before you run out of them.",
  webauthn: "Passkey",
  "webauthn-display-name": "Passkey on top of the password",
  "webauthn-help-text": "Your fingerprint, your face or a security key, after your password.",
  "webauthn-authenticator-provider": "Kept by",
  "webauthn-transports": "Connected by",
  "webauthn-passwordless": "Passkey",
  "webauthn-passwordless-display-name": "Passkey instead of the password",
  "webauthn-passwordless-help-text":
    "Your fingerprint, your face or a security key signs you in, without a password.",

  // Devices
  deviceActivity: "Signed-in devices",
  signedInDevices: "Devices",
  signedInDevicesExplanation:
    "Do you see a device that you do not know? Sign it out, then change your password.",
  refreshPage: "Refresh",
  signOutAllDevices: "Sign out everywhere",
  signOutAllDevicesWarning: "All your devices will be signed out, this one too.",
  signOutWarning: "Sign this device out?",
  signedOutSession: "{{browser}} ({{os}}) is signed out.",
  errorSignOutMessage: "This device could not be signed out: {{error}}",
  currentSession: "This device",
  unknownOperatingSystem: "Unknown system",
  ipAddress: "IP address",
  lastAccessedOn: "Last used",
  clients: "Opened",
  started: "Signed in since",
  expires: "Signed out at the latest",
  client_account: "My account",
  "client_account-console": "My account",

  // Linked accounts
  linkedAccounts: "Linked accounts",
  linkedAccountsIntroMessage:
    "With a linked account, Microsoft's for example, you sign in without a password.",
  linkedLoginProviders: "Already linked",
  linkedEmpty: "No account is linked.",
  unlinkedLoginProviders: "To be linked",
  unlinkedEmpty: "There is nothing more to link.",
  link: "Link the account",
  linkError: "The account could not be linked: {{error}}",
  unLink: "Remove the link",
  unLinkSuccess: "The link is removed.",
  unLinkError: "The link was not removed. {{error}}",
  federatedIdentityRemovingLastProviderMessage:
    "Without a password you could no longer sign in. First add one, under “Sign-in and security”.",
  federatedIdentityLinkNotActiveMessage: "This account was no longer linked.",

  // Names that the console has in English alone, see in-browser.ts
  credentialList: "What you have",
  closeNotice: "Close this message",

  // What only the style sheet shows: before the console is there, and where it cannot be
  loading: "Your account is being opened…",
  needsScript: "Your account needs JavaScript. Switch it on in your browser, then reload the page.",
};

/** A key of the console's words. */
export type ConsoleMessageKey = keyof typeof en;

/** The console's words in one language. */
export type ConsoleMessages = Record<ConsoleMessageKey, string>;

export default en;
