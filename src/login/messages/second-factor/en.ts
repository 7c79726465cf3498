/**
 * The words of the pages that ask for a second factor or set one up, in English, and the keys every
 * language has. Keys of Keycloak's own replace its words wherever it shows them.
 */
export default {
  // A code is asked for
  otpHeading: "Two-step sign-in",
  otpText: "Open the authenticator app on your phone and enter the code that it shows.",
  otpDevice: "Which device are you using?",
  otpUnnamedDevice: "Device without a name",
  loginOtpOneTime: "One-time code",
  rememberDevice: "Do not ask for a code on this device for {0} days",
  factorLost: "You no longer have this device, and no recovery code either? Contact your school.",

  // An authenticator app is set up
  loginTotpTitle: "Add an authenticator app",
  loginTotpStep1: "Install an authenticator app on your phone if you have none yet. For example:",
  loginTotpStep2: "Open the app, add an account and scan this QR code:",
  totpQrCode: "QR code with the key written below",
  totpKeyText:
    "Is the app on this very device, or does scanning not work? Then enter this key in it:",
  totpCopyKey: "Copy the key",
  totpOpenApp: "Open the app on this device",
  totpSettings: "Settings, in case the app asks for them",
  loginTotpType: "Type",
  "loginTotp.totp": "Time-based",
  "loginTotp.hotp": "Counter-based",
  loginTotpAlgorithm: "Algorithm",
  loginTotpDigits: "Digits",
  loginTotpInterval: "Interval in seconds",
  loginTotpCounter: "Counter",
  loginTotpStep3: "Enter the one-time code given by the app and click Confirm.",
  loginTotpDeviceName: "Name of the device",
  totpDeviceHint: "Optional. It helps you to recognise this device.",
  totpDeviceHintRequired: "A name that tells it from your other devices.",
  configureTotpMessage: "Your account needs a second step: please add an authenticator app.",
  // What Keycloak says where it has no key.
  "Device already exists with the same name": "One of your devices already has this name.",
  copied: "Copied",
  copyByHand: "Your browser does not let us copy. The text is selected: please copy it yourself.",

  // Recovery codes are shown
  "recovery-code-config-header": "Recovery codes",
  "recovery-code-config-warning-title": "Keep these codes now: they will not be shown again.",
  "recovery-code-config-warning-message":
    "If you no longer have your phone, one of these codes lets you sign in. Each code works once.",
  "recovery-codes-print": "Print",
  "recovery-codes-download": "Download",
  "recovery-codes-copy": "Copy",
  "recovery-codes-confirmation-message": "I have saved these codes somewhere safe",
  "recovery-codes-action-complete": "Finish",
  "recovery-codes-label-default": "Recovery codes",
  "recovery-codes-download-file-header": "Recovery codes of your {brand} account",
  "recovery-codes-download-file-description":
    "Keep them somewhere safe. Each code lets you sign in once if you do not have your authenticator app at hand.",
  "recovery-codes-download-file-date": "These codes were made on",
  recoveryCodesFile: "recovery-codes.txt",

  // A recovery code is asked for
  "auth-recovery-code-header": "Recovery code",
  "auth-recovery-code-prompt": "Recovery code no. {0}",
  recoveryCodeText: "Take your list of recovery codes and enter the one with the number {0}.",

  // A passkey is made
  "webauthn-registration-title": "Add a passkey",
  passkeyText:
    "With a passkey you confirm that it is you the way you unlock your device: by face, fingerprint or its code.",
  passkeyName: "Name of the passkey",
  passkeyNameHint: "For example what you call this device.",
  "webauthn-registration-init-label": "Passkey",
  doRegisterSecurityKey: "Create the passkey",
  passkeyNotMade: "No passkey was created. You can try again.",
  passkeyKnown: "This device already has a passkey for your account.",

  // A passkey is asked for
  "webauthn-login-title": "Sign in with a passkey",
  passkeyAskText: "Confirm that it is you, the way you unlock your device.",
  "webauthn-available-authenticators": "Your passkeys",
  "webauthn-createdAt-label": "Created on",
  "webauthn-doAuthenticate": "Sign in with a passkey",
  passkeyNotUsed: "The passkey was not used. You can try again, or choose another way.",
  "webauthn-unsupported-browser-text": "This browser does not know passkeys. Try another one.",

  // A passkey did not do
  "webauthn-error-title": "The passkey did not work",
  "webauthn-error-registration":
    "The passkey was not saved. Please try again, with a name that none of your passkeys has yet.",
  "webauthn-error-register-verification": "The passkey was not saved. Please try again.",
  "webauthn-error-api-get": "The passkey was not used. Please try again.",
  "webauthn-error-auth-verification": "The passkey was not accepted. Please try again.",
  "webauthn-error-different-user": "This passkey belongs to another account.",
  "webauthn-error-user-not-found": "This passkey is not known here.",

  // Another way is chosen
  loginChooseAuthenticator: "Choose how to continue",
  "otp-display-name": "Authenticator app",
  "otp-help-text": "Enter the code that the app on your phone shows.",
  "recovery-authn-codes-display-name": "Recovery code",
  "recovery-authn-codes-help-text": "Enter a code of the list that you have kept.",
  "webauthn-display-name": "Passkey",
  "webauthn-help-text": "Confirm by face, fingerprint or the code of your device.",
  "webauthn-passwordless-display-name": "Passkey",
  "webauthn-passwordless-help-text": "Sign in by face, fingerprint or the code of your device.",

  // Something is removed
  deleteCredentialTitle: "Remove {0}?",
  deleteCredentialMessage: "You can no longer use it to sign in.",
  doConfirmDelete: "Remove",
  "requiredAction.delete_credential": "Remove a way to sign in",
  "Credential not found": "This way to sign in has already been removed from your account.",
};
