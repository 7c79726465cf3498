import secondFactor from "./second-factor/en.ts";

/**
 * The words of our screens in English, and the keys every language has. Keys of Keycloak's own
 * replace its words wherever it shows them; the others are ours. `{0}` is an argument and
 * `{brand}` the brand's name; apostrophes are written as they are read.
 */
const en = {
  ...secondFactor,

  // Every page
  loginTitle: "Sign in to {0}",
  termsLink: "Terms of use",
  privacyLink: "Data protection",
  privacyPolicyLink: "Data protection policy",
  languageLabel: "Language",
  doSubmit: "Confirm",
  doCancel: "Cancel",
  doBack: "Back",
  doContinue: "Continue",
  doTryAgain: "Try again",
  doTryAnotherWay: "Choose another way",
  showPassword: "Show password",
  hidePassword: "Hide password",
  opensNewTab: "(new tab)",
  requiredFields: "Required fields",
  errorLabel: "Error",
  warningLabel: "Attention",
  infoLabel: "Information",
  successLabel: "Done",
  pageNeedsScript:
    "This page needs JavaScript. Switch it on in your browser, then reload the page.",
  restartLoginTooltip: "Use another account",
  reauthenticate: "To continue, please confirm that it is you.",
  backToSchool: "Back to {0}",
  "client_account-console": "My account",
  backToApplication: "Back to the application",
  backToSignIn: "Back to sign-in",
  backToLogin: "Back to sign-in",
  proceedWithAction: "Continue",

  // School landing
  landingWelcome: "Welcome to {brand} at {0}",
  landingPortalHeading: "Sign-in portal",
  landingPortalQuestion: "Did you already have a user account?",
  landingPortalVideo: "Watch the video that explains it",
  landingPortalOpen: "Open the sign-in portal",
  landingLegacyHeading: "Old method",
  landingLegacyUntil: "⚠ This way of signing in ends on {0}",
  landingLegacySubmit: "→ Sign in",
  legacyRefusedMessage:
    "The username or password is not correct. Please check them, or open the sign-in portal.",
  legacyClosedMessage:
    "The old method is no longer available. Sign in through the portal, with the email address the school knows.",

  // Not known at the school
  schoolUnknownTitle: "Account without access",
  schoolUnknownHeading: "Your account is not known at {0}",
  schoolUnknownText:
    "You are signed in, but this school has not registered the email address of your account.",
  schoolUnknownWhatToDo: "What can you do?",
  schoolUnknownAskSchool:
    "Ask the school to register the email address you sign in with. You will then be let in.",
  schoolUnknownOtherAddress:
    "Did you give this school another address? Use the account of that address.",
  applicationClosedHeading: "Your account does not open this application",
  applicationClosedText:
    "You are signed in, but this application is not meant for your account. Start again from your school's site, or use another account.",

  // Old method, at a place that it does not open
  legacyElsewhereTitle: "Please use the new method here",
  legacyElsewhereText: "You signed in by the old method. It only opens the school it belongs to.",
  legacyElsewhereSchool:
    "For {0}, please go through the sign-in portal: your username there is the email address the school knows.",
  legacyElsewhereAccount:
    "To continue, please go through the sign-in portal: your username there is the email address the school knows.",

  // After a sign-in by the old method
  legacyWelcomeTitle: "Your new username",
  legacyWelcomeText:
    "The old method will end soon. One address and one password will then be enough for all your schools.",
  legacyWelcomeIdentifier: "Your username becomes {0}",
  legacyWelcomePassword: "To create your password, you will receive an email at this address.",
  legacyWelcomeOtherAddress: "Is it not yours? Choose “Not now” and tell the school.",
  legacyWelcomeCreate: "Create my password now",
  legacyWelcomeLater: "Not now",
  legacyWelcomeSentHeading: "Look in your mailbox",
  legacyWelcomeSentText:
    "An email has been sent to {0}. Click the link in it to create your password.",
  legacyWelcomeSentHint: "Nothing there? Look in the junk mail too.",
  legacyWelcomeGoOn: "Go on to {0}",
  legacyWelcomeNoAddressHeading: "Give the school your email address",
  legacyWelcomeNoAddressText:
    "The old method will end soon. Your username will be your email address, and {0} does not know one of yours yet.",
  legacyWelcomeNoAddressWhatToDo:
    "Give the school your address as soon as you can: you can then create your password. Today you can go on as before.",

  // Sign-in
  firstSignInTitle: "Information",
  firstSignInText:
    "If this is your first time signing in through this portal, click {0} and use the email address the school knows.",
  loginAccountTitle: "Sign in",
  username: "Username",
  email: "Email",
  usernameOrEmail: "Email",
  password: "Password",
  doForgotPassword: "Forgot password?",
  doLogIn: "Sign in",
  rememberMe: "Remember me",
  "identity-provider-login-label": "Or",

  // Forgotten password
  emailForgotTitle: "Forgot password?",
  forgotEmailHeading: "Enter your email address",
  emailInstruction: "We will send you an email that lets you create a new password.",
  forgotEmailLabel: "Your email address",
  emailSentMessage: "You should shortly receive an email with further instructions.",
  emailSendErrorMessage: "The email could not be sent. Please try again in a few minutes.",

  // Update password
  updatePasswordMessage: "You need to change your password.",
  resetPasswordMessage: "You need to change your password.",
  updatePasswordTitle: "Update your password",
  passwordNew: "Your password",
  passwordConfirm: "Confirm your password",
  passwordNewConfirm: "Confirm your password",
  logoutOtherSessions: "Sign out from other devices",
  passwordHint: "At least {0} characters. A few words that are easy to remember work very well.",

  // Account exists (Microsoft)
  confirmLinkIdpTitle: "This account already exists",
  federatedIdentityConfirmLinkMessage:
    "The user with {0} {1} already exists. What would you like to do?",
  confirmLinkIdpReviewProfile: "Check your profile information",
  confirmLinkIdpContinue: "Link {0} to your existing account",

  // Link by e-mail (Microsoft)
  emailLinkIdpTitle: "Linking with {0}",
  linkIdpMessage: "You need to verify your email to link your account with {0}.",
  emailLinkIdp1:
    "An email with instructions to link the {0} account {1} with your {brand} account has been sent to you.",
  linkEmailResend: "Have you not received a code in the email? Click {0} to send the email again.",
  linkEmailContinue:
    "If you have already verified your email in another browser, click {0} to continue.",
  linkHere: "here",
  identityProviderLinkSuccess:
    "Your address is confirmed. Go back to the first browser to finish signing in there.",

  // Link by e-mail (Microsoft), after a click
  linkEmailTitle: "Linking accounts",
  linkEmailResendLabel: "Click here to send the email again",
  linkEmailContinueLabel: "Click here to continue",
  linkEmailSentAgain: "The email has been sent again. Look in the junk mail too.",
  linkEmailLimited:
    "Several emails have been sent to you already, and no other one will be sent for now. Look in the junk mail, or try again in an hour.",
  linkEmailWaiting:
    "The link in the email has not been confirmed yet. Please open it first, then come back here.",

  // What Microsoft says of the person
  linkProfileText: "This is what {0} says about you. It cannot be changed here.",
  linkProfileName: "Name",
  linkProfileAddress: "Email address",
  linkProfileSchool:
    "The name and address of your {brand} account come from your school and stay as they are. If they are not right, the school corrects them.",

  // Microsoft's address is known to no school
  linkUnknownTitle: "Unknown account",
  linkUnknownHeading: "This {0} account is not known here",
  linkUnknownAddress:
    "No school has registered the address {1}. So no {brand} account has been created for this {0} account.",
  linkUnknownNoAddress:
    "{0} has given us no email address. So no {brand} account has been created for this {0} account.",
  linkUnknownSignIn:
    "First sign in with the email address the school knows and your password. No password yet? Choose “Forgot password?”.",
  linkUnknownThenLink:
    "Then open {1} and link your {0} account there, under “Linked accounts”. You can then sign in with it.",
  linkAccountConsole: "your {brand} account",
  linkSignIn: "Sign in with my email address",
  linkOtherAccount: "Choose another {0} account",

  // Already linked to another Microsoft account
  linkTakenTitle: "Account already linked",
  linkTakenHeading: "Your account is already linked to another {0} account",
  linkTakenText: "Your {brand} account is linked to {1} at {0}. Nothing has been changed.",
  linkTakenUseThat: "The easiest way: choose the {0} account that is already linked.",
  linkTakenOtherInstead:
    "Do you prefer the new one? Sign in with your email address, open {1} and, under “Linked accounts”, remove the old {0} account before you link the new one.",

  // The mail's link, opened in another browser
  linkConfirmTitle: "Link to be confirmed",
  linkConfirmHeading: "Link this {0} account to your {brand} account?",
  linkConfirmText: "This was asked for in another browser or on another device.",
  linkConfirmAccount: "{0} account",
  linkConfirmAt: "Asked for on",
  linkConfirmAddress: "{brand} account",
  linkConfirmEffect:
    "If you confirm, whoever owns this {0} account will be able to get into your {brand} account.",
  linkConfirmIgnore: "You did not ask for this? Close this page: nothing will change.",
  linkConfirm: "Confirm",
  linkConfirmedMessageHeader: "Your address is confirmed",
  linkConfirmedMessage:
    "Go back to the page “Linking with {0}” that you left open and click “here” to continue. If you can't find it any more, start again from your school's site. You can close this page.",
  linkOverMessageHeader: "This link is no longer valid",
  linkOverMessage:
    "This link has already been used, or it belongs to an earlier request. If you have just confirmed it, go back to the page that you left open. Otherwise start again from your school's site.",

  // Linking from the account console
  linkIdpActionTitle: "Linking with {0}",
  linkIdpActionMessage: "Do you want to link your {0} account to your {brand} account?",

  // Expired page
  pageExpiredTitle: "This page has expired",
  expiredText: "It was left open too long, or you went back. Nothing is lost.",
  expiredContinue: "Continue signing in",
  expiredRestart: "Start signing in again",

  // Sign-out
  logoutConfirmTitle: "Sign out",
  logoutConfirmHeader: "Do you want to sign out?",
  doLogout: "Sign out",
  successLogout: "You are signed out. You can close this page.",
  failedLogout: "Signing out did not work. Close your browser to end the session.",
  "frontchannel-logout.title": "Signing out",
  "frontchannel-logout.message": "You are leaving the following applications",

  // Steps that name the button
  verifyOAuth2DeviceUserCode: "Enter the code shown on your device and click Confirm",
  emailVerificationPending:
    "A verification email was sent to {0}. Click Confirm to receive it again, or enter another address.",

  // Refused sign-in. All of these say the same, so that nobody learns which addresses exist.
  invalidUserMessage:
    "The email or password is not correct. Please check them, or choose “Forgot password?”.",
  invalidUsernameMessage: "The email is not correct. Please check it.",
  invalidUsernameOrEmailMessage: "The email is not correct. Please check it.",
  invalidPasswordMessage: "The password is not correct. Please check it.",
  accountTemporarilyDisabledMessage:
    "The email or password is not correct. Please check them, or choose “Forgot password?”.",
  accountPermanentlyDisabledMessage:
    "The email or password is not correct. Please check them, or choose “Forgot password?”.",
  accountDisabledMessage:
    "This account is disabled, or locked for a while. Please try again later. If it goes on, contact your school.",
  invalidTotpMessage: "The code is not correct. Wait for the next one and try again.",
  accountTemporarilyDisabledMessageTotp:
    "The code is not correct. Wait for the next one and try again.",
  accountPermanentlyDisabledMessageTotp:
    "The code is not correct. Wait for the next one and try again.",
  "recovery-codes-error-invalid": "This recovery code is not correct.",
  sessionLimitExceeded:
    "You are signed in on too many devices. Sign out on one of them and try again.",

  // What was not filled in, or not rightly
  missingUsernameMessage: "Enter your email address.",
  missingEmailMessage: "Enter your email address.",
  invalidEmailMessage: "This email address is not valid.",
  "error-invalid-email": "This email address is not valid.",
  missingPasswordMessage: "Enter your password.",
  missingFirstNameMessage: "Enter your first name.",
  missingLastNameMessage: "Enter your last name.",
  missingTotpMessage: "Enter the one-time code.",
  missingTotpDeviceNameMessage: "Give this device a name.",
  notMatchPasswordMessage: "The two passwords are not the same.",
  invalidPasswordConfirmMessage: "The two passwords are not the same.",
  invalidPasswordExistingMessage: "The current password is not correct.",
  invalidPasswordMinLengthMessage: "The password needs at least {0} characters.",
  invalidPasswordMaxLengthMessage: "The password can have at most {0} characters.",
  invalidPasswordMinDigitsMessage: "The password needs at least {0} digit(s).",
  invalidPasswordMinLowerCaseCharsMessage: "The password needs at least {0} lower-case letter(s).",
  invalidPasswordMinUpperCaseCharsMessage: "The password needs at least {0} upper-case letter(s).",
  invalidPasswordMinSpecialCharsMessage:
    "The password needs at least {0} special character(s), such as a full stop or a hyphen.",
  invalidPasswordNotUsernameMessage: "The password cannot be your username or your address.",
  invalidPasswordNotContainsUsernameMessage:
    "The password cannot contain your username or your address.",
  invalidPasswordNotEmailMessage: "The password cannot be your email address.",
  invalidPasswordRegexPatternMessage: "This password does not have the required form.",
  invalidPasswordHistoryMessage:
    "This password has been used before. Choose one other than your last {0}.",
  invalidPasswordBlacklistedMessage:
    "This password is too common and would soon be guessed. Choose another one.",
  invalidPasswordGenericMessage:
    "This password will not do. Choose a longer one, for example a few words.",

  // Links and pages that came too late
  expiredCodeMessage: "Signing in took too long. Please sign in again.",
  loginTimeout: "Signing in took too long. Let us start again.",
  expiredActionMessage: "This link has expired. You can sign in now.",
  expiredActionTokenNoSessionMessage:
    "This link has expired or has already been used. Ask for a new one on the sign-in page.",
  expiredActionTokenSessionExistsMessage:
    "This link has expired or has already been used. Please make your request again.",
  staleCodeMessage: "This page is no longer valid. Go back to the application and sign in again.",
  staleEmailVerificationLink:
    "This link is no longer valid. You may already have confirmed your address.",
  cookieNotFoundMessage:
    "Signing in could not continue. The page may have been open too long, or your browser refuses cookies. Allow them, then start again from your school's site.",
  sessionNotActiveMessage: "Your session has ended. Please sign in again.",
  invalidCodeMessage: "An error occurred. Go back to the application and sign in again.",

  // What went well
  accountUpdatedTitle: "Account updated",
  accountUpdatedMessage: "Your account has been updated. You can sign in now.",
  accountPasswordUpdatedMessage: "Your password has been updated.",
  emailVerifiedMessageHeader: "Address confirmed",
  emailVerifiedMessage: "Your email address is confirmed.",
  emailVerifiedAlreadyMessageHeader: "Address confirmed",
  emailVerifiedAlreadyMessage: "Your email address was already confirmed.",
  alreadyLoggedIn: "You are already signed in.",
  confirmExecutionOfActions: "This remains for you to do",
  "requiredAction.UPDATE_PASSWORD": "Choose a password",

  // What went wrong, and is not the person's doing
  errorTitle: "That did not work",
  errorTitleHtml: "That did not work",
  internalServerError: "Something went wrong on our side. Please try again in a few minutes.",
  pageNotFound: "This page does not exist.",
  "access-denied": "Access denied",
  noAccessMessage: "You do not have access to this page.",
  clientNotFoundMessage:
    "The application you came from is not known here. Start again from your school's site.",
  clientDisabledMessage: "The application you came from is not active at the moment.",
  unknownLoginRequesterMessage:
    "The application you came from is not known here. Start again from your school's site.",
  loginRequesterNotEnabledMessage: "The application you came from is not active at the moment.",
  realmNotEnabledMessage: "Signing in is closed at the moment. Please try again later.",
  invalidRequestMessage:
    "This request is incomplete or no longer valid. Start again from your school's site.",
  invalidRedirectUriMessage:
    "The return address is not allowed. Start again from your school's site.",
  resetCredentialNotAllowedMessage: "The password cannot be changed in this way.",
  // Without the address that Keycloak would name: it may be somebody else's who uses this browser.
  differentUserAuthenticated:
    "You are already signed in with another account. Please sign out there first.",
  traceIdSupportMessage: "If you contact support, give them this reference: {0}",

  // Microsoft did not answer as hoped. Where Keycloak does not say who, it is Microsoft: the portal
  // has no other identity provider.
  federatedIdentityConfirmReauthenticateMessage: "Sign in to link your account with {0}",
  identityProviderUnexpectedErrorMessage:
    "Signing in with Microsoft did not work. Nothing has been changed. Try again in a few minutes, or sign in with your email address and your password.",
  unexpectedErrorHandlingRequestMessage:
    "Signing in with Microsoft did not work. Nothing has been changed. Try again in a few minutes, or sign in with your email address and your password.",
  unexpectedErrorHandlingResponseMessage:
    "Signing in with Microsoft did not work. Nothing has been changed. Try again in a few minutes, or sign in with your email address and your password.",
  identityProviderAuthenticationFailedMessage:
    "Signing in with Microsoft did not work. Nothing has been changed. Try again in a few minutes, or sign in with your email address and your password.",
  couldNotObtainTokenMessage:
    "Signing in with Microsoft did not work. Nothing has been changed. Try again in a few minutes, or sign in with your email address and your password.",
  couldNotProceedWithAuthenticationRequestMessage:
    "Signing in with Microsoft did not work. Nothing has been changed. Try again in a few minutes, or sign in with your email address and your password.",
  couldNotSendAuthenticationRequestMessage:
    "Microsoft does not answer. Nothing has been changed. Try again in a few minutes, or sign in with your email address and your password.",
  identityProviderMissingStateMessage:
    "Microsoft's answer is incomplete or no longer valid. Nothing has been changed. Start again from your school's site.",
  identityProviderMissingCodeOrErrorMessage:
    "Microsoft's answer is incomplete or no longer valid. Nothing has been changed. Start again from your school's site.",
  identityProviderInvalidResponseMessage:
    "Microsoft's answer is incomplete or no longer valid. Nothing has been changed. Start again from your school's site.",
  identityProviderInvalidSignatureMessage:
    "Microsoft's answer is incomplete or no longer valid. Nothing has been changed. Start again from your school's site.",
  identityProviderNotFoundMessage:
    "This way of signing in is not offered here. Sign in with your email address and your password.",
  "access-denied-when-idp-auth":
    "Signing in with {0} was interrupted or refused. Nothing has been changed. Start again and accept what {0} asks, or sign in with your email address and your password.",
  identityProviderAlreadyLinkedMessage:
    "This {0} account is already linked to the {brand} account of another person. Choose another {0} account, or contact your school.",
  identityProviderAlreadyLinkedToCurrentUserMessage:
    "Your {brand} account is already linked to an account at {0}. To link another one, first remove that one in your {brand} account, under “Linked accounts”.",
  // Keycloak asks for it and has no words for it.
  staleCodeAccountMessage:
    "This page is no longer valid. Nothing has been changed. Start again from your {brand} account.",
  brokerLinkingSessionExpired:
    "Your session ended before the accounts were linked. Nothing has been changed. Sign in again and start anew.",
  // Keycloak has no key for it: somebody went back to a page whose sign-in elsewhere began anew.
  "Not found serialized context in authenticationSession.":
    "This page is no longer valid. Start again from your school's site.",
};

/** A key of our own screens' words. */
export type MessageKey = keyof typeof en;

/** Our screens' words in one language. */
export type Messages = Record<MessageKey, string>;

export default en;
