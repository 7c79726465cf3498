/**
 * The words of the e-mails in English, and the keys every language has. Subjects, units and required
 * actions are asked for by Keycloak under its own keys; the others are ours. `{0}` is an argument
 * and `{brand}` the brand's name; apostrophes are written as they are read.
 */
const en = {
  // Every mail
  greeting: "Hello,",
  greetingNamed: "Hello {0},",
  linkFallback: "If the button does not work, copy this address into your browser:",
  linkValidity: "This link is valid for {0}.",
  footerOrigin:
    "{brand}, the sign-in portal of your schools, sends you this message automatically.",
  footerPassword: "{brand} will never ask for your password by email.",
  footerPrivacy: "Data protection",
  "linkExpirationFormatter.timePeriodUnit.seconds": "{0,choice,0#seconds|1#second|1<seconds}",
  "linkExpirationFormatter.timePeriodUnit.minutes": "{0,choice,0#minutes|1#minute|1<minutes}",
  "linkExpirationFormatter.timePeriodUnit.hours": "{0,choice,0#hours|1#hour|1<hours}",
  "linkExpirationFormatter.timePeriodUnit.days": "{0,choice,0#days|1#day|1<days}",

  // Password reset
  passwordResetSubject: "Reset your {brand} password",
  passwordResetText:
    "You have asked for a new password for your {brand} account. Choose it with the link below.",
  passwordResetButton: "Reset my password",
  passwordResetIgnore:
    "You did not ask for this? Ignore this message: your password stays as it is.",

  // Confirming an address
  emailVerificationSubject: "Confirm your email address",
  emailVerificationText:
    "This address is used for an account at {brand}. Please confirm that it is yours.",
  emailVerificationButton: "Confirm my address",
  emailVerificationIgnore:
    "You are not signing in just now? Do not confirm, and ignore this message.",
  emailVerificationCodeText: "Here is the code that confirms your address for {brand}:",

  // Another address
  emailUpdateConfirmationSubject: "Confirm your new email address",
  emailUpdateText: "The address {0} is to be used for an account at {brand}.",
  emailUpdateButton: "Confirm the new address",
  emailUpdateIgnore: "You did not ask for this? Ignore this message: nothing will change.",

  // Linking an account elsewhere, e.g. Microsoft's
  identityProviderLinkSubject: "Link your {0} account",
  identityProviderLinkText:
    "Somebody who signed in at {0} with the account {1} has asked to link it to your {brand} account. If it was you, all that remains is to click the link below.",
  identityProviderLinkTextAt:
    "On {1}, somebody who signed in at {0} with the account {2} asked to link it to your {brand} account. If it was you, all that remains is to click the link below.",
  identityProviderLinkButton: "Link my {0} account",
  identityProviderLinkEffect:
    "Once the link is confirmed, this {0} account opens your {brand} account, without your password.",
  identityProviderLinkIgnore:
    "You did not ask for this? Do not click and ignore this message: no account will be linked.",

  // Things a person is asked to do
  executeActionsSubject: "Your {brand} account is waiting for you",
  executeActionsText: "To use your {brand} account, please do the following:",
  executeActionsButton: "Complete my account",
  executeActionsIgnore: "You did not expect this? Ignore this message: nothing will change.",
  "requiredAction.CONFIGURE_TOTP": "Set up an authenticator application",
  "requiredAction.CONFIGURE_RECOVERY_AUTHN_CODES": "Generate recovery codes",
  "requiredAction.TERMS_AND_CONDITIONS": "Accept the terms of use",
  "requiredAction.UPDATE_PASSWORD": "Choose a password",
  "requiredAction.UPDATE_PROFILE": "Update your profile",
  "requiredAction.VERIFY_PROFILE": "Check your profile",
  "requiredAction.UPDATE_EMAIL": "Update your email address",
  "requiredAction.VERIFY_EMAIL": "Confirm your email address",
  "requiredAction.webauthn-register": "Register a passkey",
  "requiredAction.webauthn-register-passwordless": "Register a passkey to sign in without password",
  "requiredAction.delete_account": "Delete your account",
  "requiredAction.delete_credential": "Remove a way of signing in",
  "requiredAction.idp_link": "Link another account",
  "requiredAction.update_user_locale": "Choose your language",

  // An invitation to the portal; its subject is that of all things to be done
  welcomeText:
    "{0} now uses {brand}: a single account for all of your children's schools. You sign in with your email address, the one the school knows; all that remains is to choose your password.",
  welcomeButton: "Create my password",
  welcomeExpired:
    "Has the link expired? On the sign-in page, click “Forgot password?” and enter this address: {0}",
  welcomeAlready:
    "Have you already signed in with this address? Then there is nothing you need to do.",
  welcomeIgnore: "You do not know this school? Ignore this message.",

  // What happened on the account
  eventNotYou: "This was not you? Change your password straight away and tell your school.",
  eventLoginErrorSubject: "A failed attempt to sign in to your {brand} account",
  eventLoginErrorText:
    "Somebody tried to sign in to your {brand} account without success, on {0}, from the address {1}.",
  eventUpdatePasswordSubject: "Your {brand} password has been changed",
  eventUpdatePasswordText:
    "The password of your {brand} account was changed on {0}, from the address {1}.",
  eventUpdateTotpSubject: "Your authenticator application has been set up",
  eventUpdateTotpText:
    "An authenticator application was set up for your {brand} account on {0}, from the address {1}.",
  eventRemoveTotpSubject: "Your authenticator application has been removed",
  eventRemoveTotpText:
    "The authenticator application was removed from your {brand} account on {0}, from the address {1}.",
  eventUpdateCredentialSubject: "A way to sign in to {brand} has been changed",
  eventUpdateCredentialText:
    "A way to sign in to your {brand} account was changed on {0}, from the address {1}: {2}.",
  eventRemoveCredentialSubject: "A way to sign in to {brand} has been removed",
  eventRemoveCredentialText:
    "A way to sign in to your {brand} account was removed on {0}, from the address {1}: {2}.",
  eventUserDisabledByTemporaryLockoutSubject: "Your {brand} account is locked for a while",
  eventUserDisabledByTemporaryLockoutText:
    "After several failed attempts, your {brand} account was locked for a while on {0}. You can try again later, or choose a new password.",
  eventUserDisabledByPermanentLockoutSubject: "Your {brand} account is locked",
  eventUserDisabledByPermanentLockoutText:
    "After several failed attempts, your {brand} account was locked on {0}.",
  eventLockedOut: "Do you need help? Please contact your school.",
  "credentialType.password": "password",
  "credentialType.otp": "authenticator application",
  "credentialType.webauthn": "passkey",
  "credentialType.webauthn-passwordless": "passkey",
  "credentialType.recovery-authn-codes": "recovery codes",

  // What has become of the ways into the account
  noticeNotYou:
    "This was not you? Choose a new password straight away, with “Forgot password?” on the sign-in page, and tell your school.",
  noticePasswordChosenSubject: "Your {brand} account has a new password",
  noticePasswordChosenText: "A new password was chosen for your {brand} account on {0}.",
  noticeAppAddedSubject: "An authenticator app now protects your {brand} account",
  noticeAppAddedText: "An authenticator app was set up for your {brand} account on {0}.",
  noticeAppRemovedSubject: "An authenticator app has been removed from your {brand} account",
  noticeAppRemovedText: "An authenticator app was removed from your {brand} account on {0}.",
  noticePasskeyAddedSubject: "Your {brand} account has a new passkey",
  noticePasskeyAddedText: "A passkey was registered for your {brand} account on {0}.",
  noticePasskeyRemovedSubject: "A passkey has been removed from your {brand} account",
  noticePasskeyRemovedText: "A passkey was removed from your {brand} account on {0}.",
  noticeRecoveryCodesMadeSubject: "Your {brand} account has new recovery codes",
  noticeRecoveryCodesMadeText:
    "Recovery codes were made for your {brand} account on {0}. Earlier ones no longer work.",
  noticeRecoveryCodesRemovedSubject: "The recovery codes of your {brand} account have been removed",
  noticeRecoveryCodesRemovedText:
    "The recovery codes of your {brand} account were removed on {0}: they no longer work.",
  noticeRecoveryCodeUsedSubject: "A recovery code of your {brand} account has been used",
  noticeRecoveryCodeUsedText:
    "A recovery code was used to get into your {brand} account on {0}. It works only once.",
  noticeLinkedSubject: "A {0} account has been linked to your {brand} account",
  noticeLinkedText:
    "A {1} account was linked to your {brand} account on {0}: from now on, it opens your account as well.",
  noticeUnlinkedSubject: "A {0} account no longer opens your {brand} account",
  noticeUnlinkedText:
    "The link between a {1} account and your {brand} account was removed on {0}: it no longer opens your account.",

  // Rare mails
  emailTestSubject: "{brand}: test message",
  emailTestText: "This is a test message: {brand} can send emails.",
  orgInviteSubject: "Invitation to {0}",
  orgInviteText: "You are invited to join the organisation {0}.",
  orgInviteButton: "Accept the invitation",
  orgInviteIgnore: "You do not want to join? Ignore this message.",
  verifiableCredentialOfferSubject: "A credential for your digital wallet",
  verifiableCredentialOfferText:
    "You can add “{0}” from your {brand} account to your digital wallet.",
  verifiableCredentialOfferButton: "Add it to my wallet",
  accountNotificationSubject: "About your {brand} account",
  accountNotificationBody:
    "Your account needs attention. If you have questions, contact your school.",
  accountDisableNotificationSubject: "Your {brand} account will soon be closed",
  accountDisableNotificationBody:
    "Your account will be closed in {0} day(s) ({1}). Sign in once to keep it.",
  accountDeleteNotificationSubject: "Your {brand} account will soon be deleted",
  accountDeleteNotificationBody:
    "Your account will be deleted for good in {0} day(s) ({1}). If you did not expect this, contact your school at once.",
};

/** A key of the e-mails' words. */
export type EmailMessageKey = keyof typeof en;

/** The e-mails' words in one language. */
export type EmailMessages = Record<EmailMessageKey, string>;

export default en;
