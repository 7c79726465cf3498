import type { EmailMessages } from "./en.ts";

export default {
  // Every mail
  greeting: "Bonjour,",
  greetingNamed: "Bonjour {0},",
  linkFallback: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
  linkValidity: "Ce lien est valable {0}.",
  footerOrigin:
    "{brand}, le portail de connexion de vos écoles, vous envoie ce message automatiquement.",
  footerPassword: "{brand} ne vous demandera jamais votre mot de passe par courriel.",
  footerPrivacy: "Protection des données",
  "linkExpirationFormatter.timePeriodUnit.seconds": "{0,choice,0#seconde|1#seconde|1<secondes}",
  "linkExpirationFormatter.timePeriodUnit.minutes": "{0,choice,0#minute|1#minute|1<minutes}",
  "linkExpirationFormatter.timePeriodUnit.hours": "{0,choice,0#heure|1#heure|1<heures}",
  "linkExpirationFormatter.timePeriodUnit.days": "{0,choice,0#jour|1#jour|1<jours}",

  // Password reset
  passwordResetSubject: "Réinitialisez votre mot de passe {brand}",
  passwordResetText:
    "Vous avez demandé un nouveau mot de passe pour votre compte {brand}. Choisissez-le avec le lien ci-dessous.",
  passwordResetButton: "Réinitialiser mon mot de passe",
  passwordResetIgnore:
    "Vous n'avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.",

  // Confirming an address
  emailVerificationSubject: "Confirmez votre adresse e-mail",
  emailVerificationText:
    "Cette adresse est utilisée pour un compte {brand}. Confirmez qu'elle est bien la vôtre.",
  emailVerificationButton: "Confirmer mon adresse",
  emailVerificationIgnore:
    "Ce n'est pas vous qui vous connectez en ce moment ? Ne confirmez pas, et ignorez ce message.",
  emailVerificationCodeText: "Voici le code qui confirme votre adresse pour {brand} :",

  // Another address
  emailUpdateConfirmationSubject: "Confirmez votre nouvelle adresse e-mail",
  emailUpdateText: "L'adresse {0} va être utilisée pour un compte {brand}.",
  emailUpdateButton: "Confirmer la nouvelle adresse",
  emailUpdateIgnore: "Vous n'avez rien demandé ? Ignorez ce message : rien ne changera.",

  // Linking an account elsewhere, e.g. Microsoft's
  identityProviderLinkSubject: "Associez votre compte {0}",
  identityProviderLinkText:
    "Une personne qui s'est connectée chez {0} avec le compte {1} a demandé de l'associer à votre compte {brand}. Si c'est vous, il vous reste à cliquer sur le lien ci-dessous.",
  identityProviderLinkTextAt:
    "Le {1}, une personne qui s'est connectée chez {0} avec le compte {2} a demandé de l'associer à votre compte {brand}. Si c'est vous, il vous reste à cliquer sur le lien ci-dessous.",
  identityProviderLinkButton: "Associer mon compte {0}",
  identityProviderLinkEffect:
    "Dès que l'association est confirmée, ce compte {0} ouvre votre compte {brand}, sans votre mot de passe.",
  identityProviderLinkIgnore:
    "Vous n'avez rien demandé ? Ne cliquez pas et ignorez ce message : aucun compte ne sera associé.",

  // Things a person is asked to do
  executeActionsSubject: "Votre compte {brand} vous attend",
  executeActionsText: "Pour utiliser votre compte {brand}, il vous reste à faire ceci :",
  executeActionsButton: "Compléter mon compte",
  executeActionsIgnore: "Vous n'attendiez pas ce message ? Ignorez-le : rien ne changera.",
  "requiredAction.CONFIGURE_TOTP": "Installer une application d'authentification",
  "requiredAction.CONFIGURE_RECOVERY_AUTHN_CODES": "Générer des codes de récupération",
  "requiredAction.TERMS_AND_CONDITIONS": "Accepter les conditions générales d'utilisation",
  "requiredAction.UPDATE_PASSWORD": "Choisir un mot de passe",
  "requiredAction.UPDATE_PROFILE": "Mettre à jour votre profil",
  "requiredAction.VERIFY_PROFILE": "Vérifier votre profil",
  "requiredAction.UPDATE_EMAIL": "Mettre à jour votre adresse e-mail",
  "requiredAction.VERIFY_EMAIL": "Confirmer votre adresse e-mail",
  "requiredAction.webauthn-register": "Enregistrer une clé d'accès",
  "requiredAction.webauthn-register-passwordless":
    "Enregistrer une clé d'accès pour vous connecter sans mot de passe",
  "requiredAction.delete_account": "Supprimer votre compte",
  "requiredAction.delete_credential": "Supprimer un moyen de connexion",
  "requiredAction.idp_link": "Associer un autre compte",
  "requiredAction.update_user_locale": "Choisir votre langue",

  // An invitation to the portal; its subject is that of all things to be done
  welcomeText:
    "{0} utilise désormais {brand} : un seul compte pour toutes les écoles de vos enfants. Votre identifiant est votre adresse e-mail, celle que l'école connaît ; il vous reste à choisir votre mot de passe.",
  welcomeButton: "Créer mon mot de passe",
  welcomeExpired:
    "Le lien a expiré ? Sur la page de connexion, cliquez sur « Mot de passe oublié ? » et indiquez cette adresse : {0}",
  welcomeAlready: "Vous vous êtes déjà connecté avec cette adresse ? Vous n'avez rien à faire.",
  welcomeIgnore: "Cette école ne vous dit rien ? Ignorez ce message.",

  // What happened on the account
  eventNotYou:
    "Ce n'était pas vous ? Changez tout de suite votre mot de passe et prévenez votre école.",
  eventLoginErrorSubject: "Une tentative de connexion à votre compte {brand} a échoué",
  eventLoginErrorText:
    "Quelqu'un a essayé sans succès de se connecter à votre compte {brand} le {0}, depuis l'adresse {1}.",
  eventUpdatePasswordSubject: "Votre mot de passe {brand} a été changé",
  eventUpdatePasswordText:
    "Le mot de passe de votre compte {brand} a été changé le {0}, depuis l'adresse {1}.",
  eventUpdateTotpSubject: "Votre application d'authentification est installée",
  eventUpdateTotpText:
    "Une application d'authentification a été installée pour votre compte {brand} le {0}, depuis l'adresse {1}.",
  eventRemoveTotpSubject: "Votre application d'authentification a été retirée",
  eventRemoveTotpText:
    "L'application d'authentification a été retirée de votre compte {brand} le {0}, depuis l'adresse {1}.",
  eventUpdateCredentialSubject: "Un moyen de vous connecter à {brand} a changé",
  eventUpdateCredentialText:
    "Un moyen de vous connecter à votre compte {brand} a été changé le {0}, depuis l'adresse {1} : {2}.",
  eventRemoveCredentialSubject: "Un moyen de vous connecter à {brand} a été retiré",
  eventRemoveCredentialText:
    "Un moyen de vous connecter à votre compte {brand} a été retiré le {0}, depuis l'adresse {1} : {2}.",
  eventUserDisabledByTemporaryLockoutSubject: "Votre compte {brand} est bloqué pour un moment",
  eventUserDisabledByTemporaryLockoutText:
    "Après plusieurs tentatives sans succès, votre compte {brand} a été bloqué pour un moment le {0}. Vous pourrez réessayer plus tard, ou choisir un nouveau mot de passe.",
  eventUserDisabledByPermanentLockoutSubject: "Votre compte {brand} est bloqué",
  eventUserDisabledByPermanentLockoutText:
    "Après plusieurs tentatives sans succès, votre compte {brand} a été bloqué le {0}.",
  eventLockedOut: "Besoin d'aide ? Adressez-vous à votre établissement scolaire.",
  "credentialType.password": "mot de passe",
  "credentialType.otp": "application d'authentification",
  "credentialType.webauthn": "clé d'accès",
  "credentialType.webauthn-passwordless": "clé d'accès",
  "credentialType.recovery-authn-codes": "codes de récupération",

  // What has become of the ways into the account
  noticeNotYou:
    "Ce n'était pas vous ? Choisissez tout de suite un nouveau mot de passe, par « Mot de passe oublié ? » sur la page de connexion, et prévenez votre école.",
  noticePasswordChosenSubject: "Votre compte {brand} a un nouveau mot de passe",
  noticePasswordChosenText:
    "Un nouveau mot de passe a été choisi pour votre compte {brand} le {0}.",
  noticeAppAddedSubject: "Une application d'authentification protège votre compte {brand}",
  noticeAppAddedText:
    "Une application d'authentification a été installée pour votre compte {brand} le {0}.",
  noticeAppRemovedSubject:
    "Une application d'authentification a été retirée de votre compte {brand}",
  noticeAppRemovedText:
    "Une application d'authentification a été retirée de votre compte {brand} le {0}.",
  noticePasskeyAddedSubject: "Votre compte {brand} a une nouvelle clé d'accès",
  noticePasskeyAddedText: "Une clé d'accès a été enregistrée pour votre compte {brand} le {0}.",
  noticePasskeyRemovedSubject: "Une clé d'accès a été retirée de votre compte {brand}",
  noticePasskeyRemovedText: "Une clé d'accès a été retirée de votre compte {brand} le {0}.",
  noticeRecoveryCodesMadeSubject: "Votre compte {brand} a de nouveaux codes de récupération",
  noticeRecoveryCodesMadeText:
    "Des codes de récupération ont été créés pour votre compte {brand} le {0}. Les précédents ne sont plus valables.",
  noticeRecoveryCodesRemovedSubject:
    "Les codes de récupération de votre compte {brand} ont été retirés",
  noticeRecoveryCodesRemovedText:
    "Les codes de récupération de votre compte {brand} ont été retirés le {0} : ils ne sont plus valables.",
  noticeRecoveryCodeUsedSubject: "Un code de récupération de votre compte {brand} a été utilisé",
  noticeRecoveryCodeUsedText:
    "Un code de récupération a été utilisé pour entrer dans votre compte {brand} le {0}. Il ne sert qu'une fois.",
  noticeLinkedSubject: "Un compte {0} est associé à votre compte {brand}",
  noticeLinkedText:
    "Un compte {1} a été associé à votre compte {brand} le {0} : il permet désormais d'y entrer, lui aussi.",
  noticeUnlinkedSubject: "Un compte {0} n'ouvre plus votre compte {brand}",
  noticeUnlinkedText:
    "L'association d'un compte {1} avec votre compte {brand} a été retirée le {0} : il ne permet plus d'y entrer.",

  // Rare mails
  emailTestSubject: "{brand} : message d'essai",
  emailTestText: "Ceci est un message d'essai : {brand} peut envoyer des courriels.",
  orgInviteSubject: "Invitation : {0}",
  orgInviteText: "Vous êtes invité à rejoindre l'organisation {0}.",
  orgInviteButton: "Accepter l'invitation",
  orgInviteIgnore: "Vous ne souhaitez pas la rejoindre ? Ignorez ce message.",
  verifiableCredentialOfferSubject: "Une attestation pour votre portefeuille numérique",
  verifiableCredentialOfferText:
    "Depuis votre compte {brand}, vous pouvez ajouter « {0} » à votre portefeuille numérique.",
  verifiableCredentialOfferButton: "L'ajouter à mon portefeuille",
  accountNotificationSubject: "À propos de votre compte {brand}",
  accountNotificationBody:
    "Votre compte demande votre attention. Si vous avez des questions, adressez-vous à votre école.",
  accountDisableNotificationSubject: "Votre compte {brand} sera bientôt fermé",
  accountDisableNotificationBody:
    "Votre compte sera fermé dans {0} jour(s) ({1}). Connectez-vous une fois pour le garder.",
  accountDeleteNotificationSubject: "Votre compte {brand} sera bientôt supprimé",
  accountDeleteNotificationBody:
    "Votre compte sera définitivement supprimé dans {0} jour(s) ({1}). Si vous ne vous y attendiez pas, adressez-vous sans tarder à votre école.",
} satisfies EmailMessages;
