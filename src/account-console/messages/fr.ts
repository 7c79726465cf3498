import type { ConsoleMessages } from "./en.ts";

/** The words of the account console in French. */
const fr: ConsoleMessages = {
  // Every page
  logo: "{brand}",
  navigation: "Menu",
  backTo: "Retour à l'école",
  signOut: "Se déconnecter",
  save: "Enregistrer",
  cancel: "Annuler",
  confirm: "Confirmer",
  tryAgain: "Réessayer",
  pageNotFound: "Cette page n'existe pas dans votre compte.",
  somethingWentWrong: "Un problème est survenu",
  somethingWentWrongDescription: "Réessayez dans un instant.",
  unknownUser: "Mon compte",

  // My details
  personalInfo: "Mes informations",
  personalInfoDescription:
    "Votre nom et votre adresse viennent de votre école. Une erreur\u00a0? Signalez-la à votre école.",
  general: "Mes informations",
  email: "Adresse mail (votre école la modifie)",
  username: "Nom d'utilisateur",
  firstName: "Prénom",
  lastName: "Nom",
  selectALocale: "Langue des pages et des mails",
  defaultLocale: "Celle de mon navigateur",
  accountUpdatedMessage: "C'est enregistré.",
  accountUpdatedError: "L'enregistrement n'a pas abouti.",
  "error-user-attribute-read-only": "Seule votre école peut modifier ceci.",

  // Signing in
  signingIn: "Connexion et sécurité",
  signingInDescription: "Votre mot de passe, et ce qui protège votre compte en plus de lui.",
  "basic-authentication": "Se connecter",
  "two-factor": "Double authentification",
  passwordless: "Sans mot de passe",
  setUpNew: "Ajouter\u00a0: {{name}}",
  notSetUp: "Rien pour l'instant.",
  update: "Modifier",
  delete: "Retirer",
  updateCredAriaLabel: "Modifier ou retirer",
  credentialCreatedAt: "<0>Depuis le</0> {{date}}",
  password: "Mon mot de passe",
  "password-display-name": "Mot de passe",
  "password-help-text": "Il vous connecte, avec votre adresse mail.",
  otp: "Application d'authentification",
  "otp-display-name": "Application d'authentification",
  "otp-help-text": "À chaque connexion, un code que votre téléphone affiche.",
  "recovery-authn-codes": "Codes de récupération",
  "recovery-authn-codes-display-name": "Codes de récupération",
  "recovery-authn-codes-help-text":
    "À garder sur papier\u00a0: ils vous connectent si vous perdez votre téléphone. Chacun sert une fois.",
  "recovery-codes-number-used": "Utilisés\u00a0: {{0}}",
  "recovery-codes-number-remaining": "Codes restants\u00a0: {{0}}",
  "recovery-codes-generate-new-codes": "Créez de nouveaux codes avant de ne plus en avoir.",
  webauthn: "Clé d'accès",
  "webauthn-display-name": "Clé d'accès en plus du mot de passe",
  "webauthn-help-text":
    "Votre empreinte, votre visage ou une clé de sécurité, une fois votre mot de passe donné.",
  "webauthn-authenticator-provider": "Gardée par",
  "webauthn-transports": "Reliée par",
  "webauthn-passwordless": "Clé d'accès",
  "webauthn-passwordless-display-name": "Clé d'accès à la place du mot de passe",
  "webauthn-passwordless-help-text":
    "Votre empreinte, votre visage ou une clé de sécurité vous connecte, sans mot de passe.",

  // Devices
  deviceActivity: "Appareils connectés",
  signedInDevices: "Appareils",
  signedInDevicesExplanation:
    "Vous voyez un appareil que vous ne connaissez pas\u00a0? Déconnectez-le, puis changez votre mot de passe.",
  refreshPage: "Actualiser",
  signOutAllDevices: "Se déconnecter partout",
  signOutAllDevicesWarning: "Tous vos appareils seront déconnectés, celui-ci aussi.",
  signOutWarning: "Déconnecter cet appareil\u00a0?",
  signedOutSession: "{{browser}} ({{os}}) est déconnecté.",
  errorSignOutMessage: "Cet appareil n'a pas pu être déconnecté\u00a0: {{error}}",
  currentSession: "Cet appareil",
  unknownOperatingSystem: "Système inconnu",
  ipAddress: "Adresse IP",
  lastAccessedOn: "Dernière activité",
  clients: "Ouvert",
  started: "Connecté depuis",
  expires: "Déconnecté au plus tard",
  client_account: "Mon compte",
  "client_account-console": "Mon compte",

  // Linked accounts
  linkedAccounts: "Comptes liés",
  linkedAccountsIntroMessage:
    "Un compte lié, celui de Microsoft par exemple, vous connecte sans mot de passe.",
  linkedLoginProviders: "Déjà liés",
  linkedEmpty: "Aucun compte n'est lié.",
  unlinkedLoginProviders: "À lier",
  unlinkedEmpty: "Il n'y a plus rien à lier.",
  link: "Lier le compte",
  linkError: "Le compte n'a pas pu être lié\u00a0: {{error}}",
  unLink: "Retirer le lien",
  unLinkSuccess: "Le lien est retiré.",
  unLinkError: "Le lien n'a pas été retiré. {{error}}",
  federatedIdentityRemovingLastProviderMessage:
    "Sans mot de passe, vous ne pourriez plus vous connecter. Ajoutez-en d'abord un, sous «\u00a0Connexion et sécurité\u00a0».",
  federatedIdentityLinkNotActiveMessage: "Ce compte n'était plus lié.",

  // Names that the console has in English alone, see in-browser.ts
  credentialList: "Ce que vous avez",
  closeNotice: "Fermer ce message",

  // What only the style sheet shows: before the console is there, and where it cannot be
  loading: "Votre compte s'ouvre…",
  needsScript:
    "Votre compte a besoin de JavaScript. Activez-le dans votre navigateur, puis rechargez la page.",
};

export default fr;
