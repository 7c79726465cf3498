import type secondFactor from "./en.ts";

/** The words of the pages that ask for a second factor or set one up, in German. */
export default {
  // A code is asked for
  otpHeading: "Anmeldung in zwei Schritten",
  otpText:
    "Öffnen Sie die Authenticator-App auf Ihrem Telefon und geben Sie den Code ein, den sie anzeigt.",
  otpDevice: "Welches Gerät verwenden Sie?",
  otpUnnamedDevice: "Gerät ohne Namen",
  loginOtpOneTime: "Einmalcode",
  rememberDevice: "Auf diesem Gerät {0} Tage lang nicht nach einem Code fragen",
  factorLost:
    "Sie haben dieses Gerät nicht mehr und auch keinen Wiederherstellungscode? Bitte wenden Sie sich an Ihre Schule.",

  // An authenticator app is set up
  loginTotpTitle: "Authenticator-App hinzufügen",
  loginTotpStep1:
    "Installieren Sie eine Authenticator-App auf Ihrem Telefon, falls Sie noch keine haben. Zum Beispiel:",
  loginTotpStep2: "Öffnen Sie die App, fügen Sie ein Konto hinzu und scannen Sie diesen QR-Code:",
  totpQrCode: "QR-Code des Schlüssels, der darunter steht",
  totpKeyText:
    "Ist die App auf diesem Gerät, oder gelingt das Scannen nicht? Geben Sie dann diesen Schlüssel ein:",
  totpCopyKey: "Schlüssel kopieren",
  totpOpenApp: "App auf diesem Gerät öffnen",
  totpSettings: "Einstellungen, falls die App danach fragt",
  loginTotpType: "Art",
  "loginTotp.totp": "Zeitbasiert",
  "loginTotp.hotp": "Zählerbasiert",
  loginTotpAlgorithm: "Algorithmus",
  loginTotpDigits: "Ziffern",
  loginTotpInterval: "Intervall in Sekunden",
  loginTotpCounter: "Zähler",
  loginTotpStep3: "Geben Sie den Einmalcode der App ein und klicken Sie auf Bestätigen.",
  loginTotpDeviceName: "Name des Geräts",
  totpDeviceHint: "Freiwillig. Er hilft Ihnen, dieses Gerät wiederzuerkennen.",
  totpDeviceHintRequired: "Ein Name, der es von Ihren anderen Geräten unterscheidet.",
  configureTotpMessage:
    "Ihr Konto verlangt einen zweiten Schritt: Fügen Sie eine Authenticator-App hinzu.",
  "Device already exists with the same name": "Eines Ihrer Geräte heißt schon so.",
  copied: "Kopiert",
  copyByHand:
    "Ihr Browser erlaubt das Kopieren nicht. Der Text ist markiert: Kopieren Sie ihn selbst.",

  // Recovery codes are shown
  "recovery-code-config-header": "Wiederherstellungscodes",
  "recovery-code-config-warning-title":
    "Bewahren Sie diese Codes jetzt auf: Sie werden nicht mehr angezeigt.",
  "recovery-code-config-warning-message":
    "Wenn Sie Ihr Telefon nicht mehr haben, können Sie sich mit einem dieser Codes anmelden. Jeder Code gilt einmal.",
  "recovery-codes-print": "Drucken",
  "recovery-codes-download": "Herunterladen",
  "recovery-codes-copy": "Kopieren",
  "recovery-codes-confirmation-message": "Ich habe diese Codes an einem sicheren Ort aufbewahrt",
  "recovery-codes-action-complete": "Fertigstellen",
  "recovery-codes-label-default": "Wiederherstellungscodes",
  "recovery-codes-download-file-header": "Wiederherstellungscodes Ihres Kontos bei {brand}",
  "recovery-codes-download-file-description":
    "Bewahren Sie sie an einem sicheren Ort auf. Mit jedem Code können Sie sich einmal ohne Authenticator-App anmelden.",
  "recovery-codes-download-file-date": "Diese Codes wurden erstellt am",
  recoveryCodesFile: "wiederherstellungscodes.txt",

  // A recovery code is asked for
  "auth-recovery-code-header": "Wiederherstellungscode",
  "auth-recovery-code-prompt": "Wiederherstellungscode Nr. {0}",
  recoveryCodeText:
    "Nehmen Sie die Liste Ihrer Wiederherstellungscodes und geben Sie den mit der Nummer {0} ein.",

  // A passkey is made
  "webauthn-registration-title": "Passkey hinzufügen",
  passkeyText:
    "Mit einem Passkey bestätigen Sie, dass Sie es sind, so wie Sie Ihr Gerät entsperren: mit Gesicht, Fingerabdruck oder dessen Code.",
  passkeyName: "Name des Passkeys",
  passkeyNameHint: "Zum Beispiel, wie Sie dieses Gerät nennen.",
  "webauthn-registration-init-label": "Mein Passkey",
  doRegisterSecurityKey: "Passkey erstellen",
  passkeyNotMade: "Es wurde kein Passkey erstellt. Sie können es erneut versuchen.",
  passkeyKnown: "Dieses Gerät hat schon einen Passkey für Ihr Konto.",

  // A passkey is asked for
  "webauthn-login-title": "Anmeldung mit Passkey",
  passkeyAskText: "Bestätigen Sie, dass Sie es sind, so wie Sie Ihr Gerät entsperren.",
  "webauthn-available-authenticators": "Ihre Passkeys",
  "webauthn-createdAt-label": "Erstellt am",
  "webauthn-doAuthenticate": "Mit Passkey anmelden",
  passkeyNotUsed:
    "Der Passkey wurde nicht verwendet. Versuchen Sie es erneut, oder wählen Sie einen anderen Weg.",
  "webauthn-unsupported-browser-text":
    "Dieser Browser unterstützt keine Passkeys. Versuchen Sie es mit einem anderen.",

  // A passkey did not do
  "webauthn-error-title": "Der Passkey hat nicht funktioniert",
  "webauthn-error-registration":
    "Der Passkey wurde nicht gespeichert. Versuchen Sie es erneut, mit einem Namen, den noch keiner Ihrer Passkeys hat.",
  "webauthn-error-register-verification":
    "Der Passkey wurde nicht gespeichert. Versuchen Sie es erneut.",
  "webauthn-error-api-get": "Der Passkey wurde nicht verwendet. Versuchen Sie es erneut.",
  "webauthn-error-auth-verification":
    "Der Passkey wurde nicht angenommen. Versuchen Sie es erneut.",
  "webauthn-error-different-user": "Dieser Passkey gehört zu einem anderen Konto.",
  "webauthn-error-user-not-found": "Dieser Passkey ist hier nicht bekannt.",

  // Another way is chosen
  loginChooseAuthenticator: "Wählen Sie, wie es weitergeht",
  "otp-display-name": "Authenticator-App",
  "otp-help-text": "Geben Sie den Code ein, den die App auf Ihrem Telefon anzeigt.",
  "recovery-authn-codes-display-name": "Wiederherstellungscode",
  "recovery-authn-codes-help-text": "Geben Sie einen Code der Liste ein, die Sie aufbewahrt haben.",
  "webauthn-display-name": "Passkey",
  "webauthn-help-text": "Bestätigen Sie mit Gesicht, Fingerabdruck oder dem Code Ihres Geräts.",
  "webauthn-passwordless-display-name": "Passkey",
  "webauthn-passwordless-help-text":
    "Melden Sie sich mit Gesicht, Fingerabdruck oder dem Code Ihres Geräts an.",

  // Something is removed
  deleteCredentialTitle: "{0} löschen?",
  deleteCredentialMessage: "Sie können sich damit dann nicht mehr anmelden.",
  doConfirmDelete: "Löschen",
  "requiredAction.delete_credential": "Anmeldemittel löschen",
  "Credential not found": "Dieses Anmeldemittel wurde bereits aus Ihrem Konto gelöscht.",
} satisfies Record<keyof typeof secondFactor, string>;
