import type secondFactor from "./en.ts";

/** The words of the pages that ask for a second factor or set one up, in French. */
export default {
  // A code is asked for
  otpHeading: "Double authentification",
  otpText:
    "Ouvrez l'application d'authentification sur votre téléphone et entrez le code qu'elle affiche.",
  otpDevice: "Quel appareil utilisez-vous\u00a0?",
  otpUnnamedDevice: "Appareil sans nom",
  loginOtpOneTime: "Code à usage unique",
  rememberDevice: "Ne plus demander de code sur cet appareil pendant {0} jours",
  factorLost:
    "Vous n'avez plus cet appareil, ni de code de récupération\u00a0? Adressez-vous à votre établissement scolaire.",

  // An authenticator app is set up
  loginTotpTitle: "Ajouter une application d'authentification",
  loginTotpStep1:
    "Installez une application d'authentification sur votre téléphone, si vous n'en avez pas encore. Par exemple\u00a0:",
  loginTotpStep2: "Ouvrez l'application, ajoutez-y un compte et scannez ce code QR\u00a0:",
  totpQrCode: "Code QR de la clé écrite ci-dessous",
  totpKeyText:
    "L'application est sur cet appareil-ci, ou le code ne se scanne pas\u00a0? Entrez-y cette clé\u00a0:",
  totpCopyKey: "Copier la clé",
  totpOpenApp: "Ouvrir l'application sur cet appareil",
  totpSettings: "Réglages, si l'application les demande",
  loginTotpType: "Type",
  "loginTotp.totp": "Basé sur l'heure",
  "loginTotp.hotp": "Basé sur un compteur",
  loginTotpAlgorithm: "Algorithme",
  loginTotpDigits: "Chiffres",
  loginTotpInterval: "Intervalle en secondes",
  loginTotpCounter: "Compteur",
  loginTotpStep3: "Entrez le code à usage unique donné par l'application et cliquez sur Valider.",
  loginTotpDeviceName: "Nom de l'appareil",
  totpDeviceHint: "Facultatif. Il vous aide à reconnaître cet appareil.",
  totpDeviceHintRequired: "Un nom qui le distingue de vos autres appareils.",
  configureTotpMessage:
    "Votre compte demande une double authentification\u00a0: ajoutez une application d'authentification.",
  "Device already exists with the same name": "Un de vos appareils porte déjà ce nom.",
  copied: "Copié",
  copyByHand:
    "Votre navigateur ne permet pas la copie. Le texte est sélectionné\u00a0: copiez-le vous-même.",

  // Recovery codes are shown
  "recovery-code-config-header": "Codes de récupération",
  "recovery-code-config-warning-title":
    "Conservez ces codes maintenant\u00a0: ils ne seront plus affichés.",
  "recovery-code-config-warning-message":
    "Si vous n'avez plus votre téléphone, un de ces codes vous permet de vous connecter. Chaque code ne sert qu'une fois.",
  "recovery-codes-print": "Imprimer",
  "recovery-codes-download": "Télécharger",
  "recovery-codes-copy": "Copier",
  "recovery-codes-confirmation-message": "J'ai enregistré ces codes dans un endroit sûr",
  "recovery-codes-action-complete": "Terminer",
  "recovery-codes-label-default": "Codes de récupération",
  "recovery-codes-download-file-header": "Codes de récupération de votre compte {brand}",
  "recovery-codes-download-file-description":
    "Conservez-les dans un endroit sûr. Chaque code permet de se connecter une fois, sans l'application d'authentification.",
  "recovery-codes-download-file-date": "Ces codes ont été créés le",
  recoveryCodesFile: "codes-de-recuperation.txt",

  // A recovery code is asked for
  "auth-recovery-code-header": "Code de récupération",
  "auth-recovery-code-prompt": "Code de récupération n°\u00a0{0}",
  recoveryCodeText:
    "Prenez la liste de vos codes de récupération et entrez celui qui porte le numéro {0}.",

  // A passkey is made
  "webauthn-registration-title": "Ajouter une clé d'accès",
  passkeyText:
    "Avec une clé d'accès, vous confirmez que c'est bien vous comme vous déverrouillez votre appareil\u00a0: par le visage, l'empreinte ou son code.",
  passkeyName: "Nom de la clé d'accès",
  passkeyNameHint: "Par exemple le nom que vous donnez à cet appareil.",
  "webauthn-registration-init-label": "Clé d'accès",
  doRegisterSecurityKey: "Créer la clé d'accès",
  passkeyNotMade: "Aucune clé d'accès n'a été créée. Vous pouvez réessayer.",
  passkeyKnown: "Cet appareil a déjà une clé d'accès pour votre compte.",

  // A passkey is asked for
  "webauthn-login-title": "Connexion avec une clé d'accès",
  passkeyAskText: "Confirmez que c'est bien vous, comme vous déverrouillez votre appareil.",
  "webauthn-available-authenticators": "Vos clés d'accès",
  "webauthn-createdAt-label": "Créée le",
  "webauthn-doAuthenticate": "Se connecter avec une clé d'accès",
  passkeyNotUsed:
    "La clé d'accès n'a pas été utilisée. Vous pouvez réessayer, ou choisir une autre méthode.",
  "webauthn-unsupported-browser-text":
    "Ce navigateur ne connaît pas les clés d'accès. Essayez-en un autre.",

  // A passkey did not do
  "webauthn-error-title": "La clé d'accès n'a pas fonctionné",
  "webauthn-error-registration":
    "La clé d'accès n'a pas été enregistrée. Réessayez, avec un nom qu'aucune de vos clés ne porte déjà.",
  "webauthn-error-register-verification": "La clé d'accès n'a pas été enregistrée. Réessayez.",
  "webauthn-error-api-get": "La clé d'accès n'a pas été utilisée. Réessayez.",
  "webauthn-error-auth-verification": "La clé d'accès n'a pas été acceptée. Réessayez.",
  "webauthn-error-different-user": "Cette clé d'accès appartient à un autre compte.",
  "webauthn-error-user-not-found": "Cette clé d'accès n'est pas connue ici.",

  // Another way is chosen
  loginChooseAuthenticator: "Choisissez comment continuer",
  "otp-display-name": "Application d'authentification",
  "otp-help-text": "Entrez le code qu'affiche l'application sur votre téléphone.",
  "recovery-authn-codes-display-name": "Code de récupération",
  "recovery-authn-codes-help-text": "Entrez un code de la liste que vous avez conservée.",
  "webauthn-display-name": "Clé d'accès",
  "webauthn-help-text": "Confirmez par le visage, l'empreinte ou le code de votre appareil.",
  "webauthn-passwordless-display-name": "Clé d'accès",
  "webauthn-passwordless-help-text":
    "Connectez-vous par le visage, l'empreinte ou le code de votre appareil.",

  // Something is removed
  deleteCredentialTitle: "Supprimer {0}\u00a0?",
  deleteCredentialMessage: "Vous ne pourrez plus vous en servir pour vous connecter.",
  doConfirmDelete: "Supprimer",
  "requiredAction.delete_credential": "Supprimer un moyen de connexion",
  "Credential not found": "Ce moyen de connexion a déjà été supprimé de votre compte.",
} satisfies Record<keyof typeof secondFactor, string>;
