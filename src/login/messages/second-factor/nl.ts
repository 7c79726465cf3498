import type secondFactor from "./en.ts";

/** The words of the pages that ask for a second factor or set one up, in Dutch. */
export default {
  // A code is asked for
  otpHeading: "Aanmelden in twee stappen",
  otpText: "Open de authenticator-app op uw telefoon en voer de code in die ze toont.",
  otpDevice: "Welk apparaat gebruikt u?",
  otpUnnamedDevice: "Apparaat zonder naam",
  loginOtpOneTime: "Eenmalige code",
  rememberDevice: "Op dit apparaat {0} dagen lang geen code meer vragen",
  factorLost:
    "Hebt u dit apparaat niet meer, en ook geen herstelcode? Neem dan contact op met uw school.",

  // An authenticator app is set up
  loginTotpTitle: "Een authenticator-app toevoegen",
  loginTotpStep1:
    "Installeer een authenticator-app op uw telefoon als u er nog geen hebt. Bijvoorbeeld:",
  loginTotpStep2: "Open de app, voeg een account toe en scan deze QR-code:",
  totpQrCode: "QR-code van de sleutel die hieronder staat",
  totpKeyText:
    "Staat de app op dit apparaat zelf, of lukt het scannen niet? Voer dan deze sleutel in:",
  totpCopyKey: "De sleutel kopiëren",
  totpOpenApp: "De app op dit apparaat openen",
  totpSettings: "Instellingen, als de app ze vraagt",
  loginTotpType: "Type",
  "loginTotp.totp": "Op basis van de tijd",
  "loginTotp.hotp": "Op basis van een teller",
  loginTotpAlgorithm: "Algoritme",
  loginTotpDigits: "Cijfers",
  loginTotpInterval: "Tijdsinterval in seconden",
  loginTotpCounter: "Teller",
  loginTotpStep3: "Voer de eenmalige code van de app in en klik op Bevestigen.",
  loginTotpDeviceName: "Naam van het apparaat",
  totpDeviceHint: "Niet verplicht. Zo herkent u dit apparaat.",
  totpDeviceHintRequired: "Een naam die het onderscheidt van uw andere apparaten.",
  configureTotpMessage: "Uw account vraagt een tweede stap: voeg een authenticator-app toe.",
  "Device already exists with the same name": "Een van uw apparaten heeft deze naam al.",
  copied: "Gekopieerd",
  copyByHand: "Uw browser laat kopiëren niet toe. De tekst is geselecteerd: kopieer ze zelf.",

  // Recovery codes are shown
  "recovery-code-config-header": "Herstelcodes",
  "recovery-code-config-warning-title": "Bewaar deze codes nu: ze worden niet meer getoond.",
  "recovery-code-config-warning-message":
    "Hebt u uw telefoon niet meer, dan meldt u zich met een van deze codes aan. Elke code werkt één keer.",
  "recovery-codes-print": "Afdrukken",
  "recovery-codes-download": "Downloaden",
  "recovery-codes-copy": "Kopiëren",
  "recovery-codes-confirmation-message": "Ik heb deze codes op een veilige plaats bewaard",
  "recovery-codes-action-complete": "Voltooien",
  "recovery-codes-label-default": "Herstelcodes",
  "recovery-codes-download-file-header": "Herstelcodes van uw account bij {brand}",
  "recovery-codes-download-file-description":
    "Bewaar ze op een veilige plaats. Met elke code kunt u zich één keer aanmelden zonder de authenticator-app.",
  "recovery-codes-download-file-date": "Deze codes zijn gemaakt op",
  recoveryCodesFile: "herstelcodes.txt",

  // A recovery code is asked for
  "auth-recovery-code-header": "Herstelcode",
  "auth-recovery-code-prompt": "Herstelcode nr. {0}",
  recoveryCodeText: "Neem uw lijst met herstelcodes en voer de code met nummer {0} in.",

  // A passkey is made
  "webauthn-registration-title": "Een passkey toevoegen",
  passkeyText:
    "Met een passkey bevestigt u dat u het bent zoals u uw apparaat ontgrendelt: met uw gezicht, uw vingerafdruk of de code ervan.",
  passkeyName: "Naam van de passkey",
  passkeyNameHint: "Bijvoorbeeld hoe u dit apparaat noemt.",
  "webauthn-registration-init-label": "Mijn passkey",
  doRegisterSecurityKey: "De passkey aanmaken",
  passkeyNotMade: "Er is geen passkey aangemaakt. U kunt opnieuw proberen.",
  passkeyKnown: "Dit apparaat heeft al een passkey voor uw account.",

  // A passkey is asked for
  "webauthn-login-title": "Aanmelden met een passkey",
  passkeyAskText: "Bevestig dat u het bent, zoals u uw apparaat ontgrendelt.",
  "webauthn-available-authenticators": "Uw passkeys",
  "webauthn-createdAt-label": "Aangemaakt op",
  "webauthn-doAuthenticate": "Aanmelden met een passkey",
  passkeyNotUsed:
    "De passkey is niet gebruikt. U kunt opnieuw proberen of een andere manier kiezen.",
  "webauthn-unsupported-browser-text":
    "Deze browser ondersteunt geen passkeys. Probeer een andere browser.",

  // A passkey did not do
  "webauthn-error-title": "De passkey werkte niet",
  "webauthn-error-registration":
    "De passkey is niet bewaard. Probeer opnieuw, met een naam die nog geen van uw passkeys heeft.",
  "webauthn-error-register-verification": "De passkey is niet bewaard. Probeer opnieuw.",
  "webauthn-error-api-get": "De passkey is niet gebruikt. Probeer opnieuw.",
  "webauthn-error-auth-verification": "De passkey is niet aanvaard. Probeer opnieuw.",
  "webauthn-error-different-user": "Deze passkey hoort bij een ander account.",
  "webauthn-error-user-not-found": "Deze passkey is hier niet bekend.",

  // Another way is chosen
  loginChooseAuthenticator: "Kies hoe u verdergaat",
  "otp-display-name": "Authenticator-app",
  "otp-help-text": "Voer de code in die de app op uw telefoon toont.",
  "recovery-authn-codes-display-name": "Herstelcode",
  "recovery-authn-codes-help-text": "Voer een code in van de lijst die u hebt bewaard.",
  "webauthn-display-name": "Passkey",
  "webauthn-help-text": "Bevestig met uw gezicht, uw vingerafdruk of de code van uw apparaat.",
  "webauthn-passwordless-display-name": "Passkey",
  "webauthn-passwordless-help-text":
    "Meld u aan met uw gezicht, uw vingerafdruk of de code van uw apparaat.",

  // Something is removed
  deleteCredentialTitle: "{0} verwijderen?",
  deleteCredentialMessage: "U kunt zich er dan niet meer mee aanmelden.",
  doConfirmDelete: "Verwijderen",
  "requiredAction.delete_credential": "Een aanmeldmiddel verwijderen",
  "Credential not found": "Dit aanmeldmiddel is al uit uw account verwijderd.",
} satisfies Record<keyof typeof secondFactor, string>;
