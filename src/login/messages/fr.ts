import type { Messages } from "./en.ts";
import secondFactor from "./second-factor/fr.ts";

export default {
  ...secondFactor,

  // Every page
  loginTitle: "Connexion à {0}",
  termsLink: "Conditions générales d'utilisation",
  privacyLink: "Protection des données",
  privacyPolicyLink: "Politique de protection des données",
  languageLabel: "Langue",
  doSubmit: "Valider",
  doCancel: "Annuler",
  doBack: "Retour",
  doContinue: "Continuer",
  doTryAgain: "Réessayer",
  doTryAnotherWay: "Choisir une autre méthode",
  showPassword: "Afficher le mot de passe",
  hidePassword: "Masquer le mot de passe",
  opensNewTab: "(nouvel onglet)",
  requiredFields: "Champs obligatoires",
  errorLabel: "Erreur",
  warningLabel: "Attention",
  infoLabel: "Information",
  successLabel: "C'est fait",
  pageNeedsScript:
    "Cette page a besoin de JavaScript. Activez-le dans votre navigateur, puis rechargez la page.",
  restartLoginTooltip: "Utiliser un autre compte",
  reauthenticate: "Pour continuer, confirmez que c'est bien vous.",
  backToSchool: "Retour à {0}",
  "client_account-console": "Mon compte",
  backToApplication: "Retour à l'application",
  backToSignIn: "Retour à la connexion",
  backToLogin: "Retour à la connexion",
  proceedWithAction: "Continuer",

  // School landing
  landingWelcome: "Bienvenue sur {brand} de l'école {0}",
  landingPortalHeading: "Portail de connexion",
  landingPortalQuestion: "Vous aviez déjà un compte utilisateur?",
  landingPortalVideo: "Voir la vidéo explicative",
  landingPortalOpen: "Ouvrir le portail de connexion",
  landingLegacyHeading: "Ancienne méthode",
  landingLegacyUntil: "⚠ Cette méthode de connexion ne sera plus disponible d'ici le {0}",
  landingLegacySubmit: "→ Se connecter",
  legacyRefusedMessage:
    "Nom d'utilisateur ou mot de passe incorrect. Vérifiez-les, ou ouvrez le portail de connexion.",
  legacyClosedMessage:
    "L'ancienne méthode n'est plus disponible. Connectez-vous par le portail, avec votre adresse mail connue de l'école.",

  // Not known at the school
  schoolUnknownTitle: "Compte sans accès",
  schoolUnknownHeading: "Votre compte n'est pas connu de l'école {0}",
  schoolUnknownText:
    "Votre connexion a réussi, mais cette école n'a pas enregistré l'adresse mail de votre compte.",
  schoolUnknownWhatToDo: "Que pouvez-vous faire ?",
  schoolUnknownAskSchool:
    "Demandez à l'école d'enregistrer l'adresse mail avec laquelle vous vous connectez. L'accès vous sera ensuite ouvert.",
  schoolUnknownOtherAddress:
    "Vous avez donné une autre adresse à cette école ? Utilisez le compte de cette adresse-là.",
  applicationClosedHeading: "Votre compte n'ouvre pas cette application",
  applicationClosedText:
    "Votre connexion a réussi, mais cette application n'est pas destinée à votre compte. Repartez du site de votre école, ou utilisez un autre compte.",

  // Old method, at a place that it does not open
  legacyElsewhereTitle: "Utilisez ici la nouvelle méthode",
  legacyElsewhereText:
    "Votre connexion s'est faite par l'ancienne méthode. Elle n'ouvre que l'école à laquelle elle appartient.",
  legacyElsewhereSchool:
    "Pour l'école {0}, passez par le portail de connexion : votre identifiant y est votre adresse mail connue de l'école.",
  legacyElsewhereAccount:
    "Pour continuer, passez par le portail de connexion : votre identifiant y est votre adresse mail connue de l'école.",

  // After a sign-in by the old method
  legacyWelcomeTitle: "Votre nouvel identifiant",
  legacyWelcomeText:
    "L'ancienne méthode ne sera bientôt plus disponible. Une seule adresse et un seul mot de passe suffiront alors pour toutes vos écoles.",
  legacyWelcomeIdentifier: "Votre identifiant devient {0}",
  legacyWelcomePassword:
    "Pour créer votre mot de passe, vous recevrez un courriel à cette adresse.",
  legacyWelcomeOtherAddress:
    "Ce n'est pas la vôtre ? Choisissez «\u00a0Plus tard\u00a0» et signalez-le à l'école.",
  legacyWelcomeCreate: "Créer mon mot de passe maintenant",
  legacyWelcomeLater: "Plus tard",
  legacyWelcomeSentHeading: "Consultez votre boîte mail",
  legacyWelcomeSentText:
    "Un courriel vous a été envoyé à l'adresse {0}. Cliquez sur le lien qu'il contient pour créer votre mot de passe.",
  legacyWelcomeSentHint: "Rien reçu ? Regardez aussi dans les courriers indésirables.",
  legacyWelcomeGoOn: "Continuer vers {0}",
  legacyWelcomeNoAddressHeading: "Donnez votre adresse mail à l'école",
  legacyWelcomeNoAddressText:
    "L'ancienne méthode ne sera bientôt plus disponible. Votre identifiant deviendra votre adresse mail, et l'école {0} n'en connaît pas encore.",
  legacyWelcomeNoAddressWhatToDo:
    "Communiquez votre adresse à l'école dès que possible : vous pourrez ensuite créer votre mot de passe. Aujourd'hui, vous pouvez continuer comme avant.",

  // Sign-in
  firstSignInTitle: "Information",
  firstSignInText:
    "Si c'est votre première connexion via ce portail, cliquez sur {0} et utilisez votre adresse mail connue de l'école.",
  loginAccountTitle: "Connexion",
  username: "Nom d'utilisateur",
  email: "Courriel",
  usernameOrEmail: "Courriel",
  password: "Mot de passe",
  doForgotPassword: "Mot de passe oublié ?",
  doLogIn: "Connexion",
  rememberMe: "Se souvenir de moi",
  "identity-provider-login-label": "Ou",

  // Forgotten password
  emailForgotTitle: "Mot de passe oublié ?",
  forgotEmailHeading: "Entrez votre adresse e-mail",
  emailInstruction:
    "Un courriel va vous être envoyé vous permettant de créer un nouveau mot de passe.",
  forgotEmailLabel: "Votre adresse mail",
  emailSentMessage:
    "Vous devriez recevoir rapidement un courriel avec de plus amples instructions.",
  emailSendErrorMessage:
    "Le courriel n'a pas pu être envoyé. Réessayez dans quelques minutes, s'il vous plaît.",

  // Update password
  updatePasswordMessage: "Vous devez changer votre mot de passe.",
  resetPasswordMessage: "Vous devez changer votre mot de passe.",
  updatePasswordTitle: "Mise à jour du mot de passe",
  passwordNew: "Votre mot de passe",
  passwordConfirm: "Confirmation de votre mot de passe",
  passwordNewConfirm: "Confirmation de votre mot de passe",
  logoutOtherSessions: "Se déconnecter des autres appareils",
  passwordHint: "Au moins {0} caractères. Quelques mots faciles à retenir conviennent très bien.",

  // Account exists (Microsoft)
  confirmLinkIdpTitle: "Ce compte existe déjà",
  federatedIdentityConfirmLinkMessage:
    "L'utilisateur {0} {1} existe déjà. Que souhaitez-vous faire ?",
  confirmLinkIdpReviewProfile: "Vérifiez vos informations de profil",
  confirmLinkIdpContinue: "Souhaitez-vous lier {0} à votre compte existant",

  // Link by e-mail (Microsoft)
  emailLinkIdpTitle: "Association avec {0}",
  linkIdpMessage: "Vous devez vérifier votre courriel pour lier votre compte avec {0}.",
  emailLinkIdp1:
    "Un courriel avec des instructions pour associer le compte {1} sur {0} avec votre compte {brand} vous a été envoyé.",
  linkEmailResend:
    "Vous n'avez pas reçu de code dans le courriel\u00a0? Cliquez {0} pour renvoyer le courriel.",
  linkEmailContinue:
    "Si vous avez déjà vérifié votre courriel dans un autre navigateur Cliquez {0} pour continuer.",
  linkHere: "ici",
  identityProviderLinkSuccess:
    "Votre adresse est confirmée. Retournez au premier navigateur pour y terminer la connexion.",

  // Link by e-mail (Microsoft), after a click
  linkEmailTitle: "Association de comptes",
  linkEmailResendLabel: "Cliquez ici pour renvoyer le courriel",
  linkEmailContinueLabel: "Cliquez ici pour continuer",
  linkEmailSentAgain: "Le courriel a été renvoyé. Regardez aussi dans les courriers indésirables.",
  linkEmailLimited:
    "Plusieurs courriels vous ont déjà été envoyés, il n'en part pas d'autre pour le moment. Regardez dans les courriers indésirables, ou réessayez dans une heure.",
  linkEmailWaiting:
    "Le lien du courriel n'a pas encore été confirmé. Ouvrez-le d'abord, puis revenez ici.",

  // What Microsoft says of the person
  linkProfileText:
    "Voici ce que {0} dit de vous. Ces informations ne peuvent pas être modifiées ici.",
  linkProfileName: "Nom",
  linkProfileAddress: "Adresse mail",
  linkProfileSchool:
    "Le nom et l'adresse de votre compte {brand} viennent de votre école et restent comme ils sont. S'ils ne sont pas corrects, c'est l'école qui les corrige.",

  // Microsoft's address is known to no school
  linkUnknownTitle: "Compte inconnu",
  linkUnknownHeading: "Ce compte {0} n'est pas connu ici",
  linkUnknownAddress:
    "Aucune école n'a enregistré l'adresse {1}. Aucun compte {brand} n'a donc été créé pour ce compte {0}.",
  linkUnknownNoAddress:
    "{0} ne nous a donné aucune adresse mail. Aucun compte {brand} n'a donc été créé pour ce compte {0}.",
  linkUnknownSignIn:
    "Connectez-vous d'abord avec votre adresse mail connue de l'école et votre mot de passe. Pas encore de mot de passe\u00a0? Cliquez sur «\u00a0Mot de passe oublié\u00a0?\u00a0».",
  linkUnknownThenLink:
    "Ouvrez ensuite {1} et associez-y votre compte {0}, sous «\u00a0Comptes liés\u00a0». Il vous servira alors à vous connecter.",
  linkAccountConsole: "votre compte {brand}",
  linkSignIn: "Se connecter avec mon adresse e-mail",
  linkOtherAccount: "Choisir un autre compte {0}",

  // Already linked to another Microsoft account
  linkTakenTitle: "Compte déjà associé",
  linkTakenHeading: "Votre compte est déjà associé à un autre compte {0}",
  linkTakenText: "Votre compte {brand} est associé à {1}, chez {0}. Rien n'a été changé.",
  linkTakenUseThat: "Le plus simple\u00a0: choisissez le compte {0} qui est déjà associé.",
  linkTakenOtherInstead:
    "Vous préférez le nouveau\u00a0? Connectez-vous avec votre adresse mail, ouvrez {1} et, sous «\u00a0Comptes liés\u00a0», retirez l'ancien compte {0} avant d'associer le nouveau.",

  // The mail's link, opened in another browser
  linkConfirmTitle: "Association à confirmer",
  linkConfirmHeading: "Associer ce compte {0} à votre compte {brand} ?",
  linkConfirmText: "Cela a été demandé dans un autre navigateur ou sur un autre appareil.",
  linkConfirmAccount: "Compte {0}",
  linkConfirmAt: "Demandé le",
  linkConfirmAddress: "Compte {brand}",
  linkConfirmEffect:
    "Si vous confirmez, la personne à qui appartient ce compte {0} pourra entrer dans votre compte {brand}.",
  linkConfirmIgnore: "Vous n'avez rien demandé\u00a0? Fermez cette page\u00a0: rien ne changera.",
  linkConfirm: "Confirmer",
  linkConfirmedMessageHeader: "Votre adresse est confirmée",
  linkConfirmedMessage:
    "Retournez à la page «\u00a0Association avec {0}\u00a0» que vous avez laissée ouverte et cliquez-y sur «\u00a0ici\u00a0» pour continuer. Vous ne la retrouvez pas\u00a0? Recommencez depuis le site de votre école. Cette page-ci peut être fermée.",
  linkOverMessageHeader: "Ce lien n'est plus valable",
  linkOverMessage:
    "Ce lien a déjà servi, ou il appartient à une demande précédente. Si vous venez de le confirmer, retournez à la page que vous avez laissée ouverte. Sinon, recommencez depuis le site de votre école.",

  // Linking from the account console
  linkIdpActionTitle: "Association avec {0}",
  linkIdpActionMessage: "Voulez-vous associer votre compte {0} à votre compte {brand}\u00a0?",

  // Expired page
  pageExpiredTitle: "Cette page a expiré",
  expiredText:
    "Elle est restée ouverte trop longtemps, ou vous êtes revenu en arrière. Rien n'est perdu.",
  expiredContinue: "Continuer la connexion",
  expiredRestart: "Recommencer la connexion",

  // Sign-out
  logoutConfirmTitle: "Déconnexion",
  logoutConfirmHeader: "Voulez-vous vous déconnecter ?",
  doLogout: "Se déconnecter",
  successLogout: "La déconnexion est faite. Vous pouvez fermer cette page.",
  failedLogout: "La déconnexion n'a pas abouti. Fermez votre navigateur pour terminer la session.",
  "frontchannel-logout.title": "Déconnexion",
  "frontchannel-logout.message": "Vous quittez les applications suivantes",

  // Steps that name the button
  verifyOAuth2DeviceUserCode: "Entrez le code affiché sur votre appareil et cliquez sur Valider",
  emailVerificationPending:
    "Un courriel de vérification a été envoyé à {0}. Cliquez sur Valider pour le recevoir à nouveau, ou entrez une autre adresse.",

  // Refused sign-in. All of these say the same, so that nobody learns which addresses exist.
  invalidUserMessage:
    "Courriel ou mot de passe incorrect. Vérifiez-les, ou choisissez « Mot de passe oublié ? ».",
  invalidUsernameMessage: "Courriel incorrect. Vérifiez-le, s'il vous plaît.",
  invalidUsernameOrEmailMessage: "Courriel incorrect. Vérifiez-le, s'il vous plaît.",
  invalidPasswordMessage: "Mot de passe incorrect. Vérifiez-le, s'il vous plaît.",
  accountTemporarilyDisabledMessage:
    "Courriel ou mot de passe incorrect. Vérifiez-les, ou choisissez « Mot de passe oublié ? ».",
  accountPermanentlyDisabledMessage:
    "Courriel ou mot de passe incorrect. Vérifiez-les, ou choisissez « Mot de passe oublié ? ».",
  accountDisabledMessage:
    "Ce compte est désactivé ou bloqué pour un moment. Réessayez plus tard. Si cela dure, adressez-vous à votre établissement scolaire.",
  invalidTotpMessage: "Code incorrect. Attendez le suivant et réessayez.",
  accountTemporarilyDisabledMessageTotp: "Code incorrect. Attendez le suivant et réessayez.",
  accountPermanentlyDisabledMessageTotp: "Code incorrect. Attendez le suivant et réessayez.",
  "recovery-codes-error-invalid": "Ce code de récupération n'est pas correct.",
  sessionLimitExceeded:
    "Vous êtes déjà connecté sur trop d'appareils. Déconnectez-vous de l'un d'eux et réessayez.",

  // What was not filled in, or not rightly
  missingUsernameMessage: "Entrez votre adresse e-mail.",
  missingEmailMessage: "Entrez votre adresse e-mail.",
  invalidEmailMessage: "Cette adresse e-mail n'est pas valable.",
  "error-invalid-email": "Cette adresse e-mail n'est pas valable.",
  missingPasswordMessage: "Entrez votre mot de passe.",
  missingFirstNameMessage: "Entrez votre prénom.",
  missingLastNameMessage: "Entrez votre nom.",
  missingTotpMessage: "Entrez le code à usage unique.",
  missingTotpDeviceNameMessage: "Donnez un nom à cet appareil.",
  notMatchPasswordMessage: "Les deux mots de passe ne sont pas identiques.",
  invalidPasswordConfirmMessage: "Les deux mots de passe ne sont pas identiques.",
  invalidPasswordExistingMessage: "Le mot de passe actuel n'est pas correct.",
  invalidPasswordMinLengthMessage: "Le mot de passe doit compter au moins {0} caractères.",
  invalidPasswordMaxLengthMessage: "Le mot de passe peut compter au plus {0} caractères.",
  invalidPasswordMinDigitsMessage: "Le mot de passe doit contenir au moins {0} chiffre(s).",
  invalidPasswordMinLowerCaseCharsMessage:
    "Le mot de passe doit contenir au moins {0} lettre(s) minuscule(s).",
  invalidPasswordMinUpperCaseCharsMessage:
    "Le mot de passe doit contenir au moins {0} lettre(s) majuscule(s).",
  invalidPasswordMinSpecialCharsMessage:
    "Le mot de passe doit contenir au moins {0} caractère(s) spécial(aux), par exemple un point ou un tiret.",
  invalidPasswordNotUsernameMessage:
    "Le mot de passe ne peut pas être votre nom d'utilisateur ni votre adresse.",
  invalidPasswordNotContainsUsernameMessage:
    "Le mot de passe ne peut pas contenir votre nom d'utilisateur ni votre adresse.",
  invalidPasswordNotEmailMessage: "Le mot de passe ne peut pas être votre adresse e-mail.",
  invalidPasswordRegexPatternMessage: "Ce mot de passe n'a pas la forme demandée.",
  invalidPasswordHistoryMessage:
    "Ce mot de passe a déjà servi. Choisissez-en un autre que vos {0} derniers.",
  invalidPasswordBlacklistedMessage:
    "Ce mot de passe est trop courant, il serait vite deviné. Choisissez-en un autre.",
  invalidPasswordGenericMessage:
    "Ce mot de passe ne convient pas. Choisissez-en un plus long, par exemple quelques mots.",

  // Links and pages that came too late
  expiredCodeMessage: "La connexion a pris trop de temps. Connectez-vous à nouveau.",
  loginTimeout: "La connexion a pris trop de temps. Reprenons du début.",
  expiredActionMessage: "Ce lien a expiré. Vous pouvez vous connecter dès maintenant.",
  expiredActionTokenNoSessionMessage:
    "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau depuis la page de connexion.",
  expiredActionTokenSessionExistsMessage:
    "Ce lien a expiré ou a déjà servi. Recommencez votre demande.",
  staleCodeMessage: "Cette page n'est plus valable. Retournez à l'application et reconnectez-vous.",
  staleEmailVerificationLink:
    "Ce lien n'est plus valable. Vous avez peut-être déjà confirmé votre adresse.",
  cookieNotFoundMessage:
    "La connexion n'a pas pu continuer. La page est peut-être restée ouverte trop longtemps, ou votre navigateur refuse les cookies. Autorisez-les, puis recommencez depuis le site de votre école.",
  sessionNotActiveMessage: "Votre session est terminée. Connectez-vous à nouveau.",
  invalidCodeMessage: "Une erreur est survenue. Retournez à l'application et reconnectez-vous.",

  // What went well
  accountUpdatedTitle: "Compte mis à jour",
  accountUpdatedMessage: "Votre compte est à jour. Vous pouvez maintenant vous connecter.",
  accountPasswordUpdatedMessage: "Votre mot de passe a été mis à jour.",
  emailVerifiedMessageHeader: "Adresse confirmée",
  emailVerifiedMessage: "Votre adresse e-mail est confirmée.",
  emailVerifiedAlreadyMessageHeader: "Adresse confirmée",
  emailVerifiedAlreadyMessage: "Votre adresse e-mail était déjà confirmée.",
  alreadyLoggedIn: "Vous êtes déjà connecté.",
  confirmExecutionOfActions: "Il vous reste à faire ceci",
  "requiredAction.UPDATE_PASSWORD": "Choisir un mot de passe",

  // What went wrong, and is not the person's doing
  errorTitle: "Cela n'a pas fonctionné",
  errorTitleHtml: "Cela n'a pas fonctionné",
  internalServerError:
    "Une erreur est survenue de notre côté. Veuillez réessayer dans quelques minutes.",
  pageNotFound: "Cette page est introuvable.",
  "access-denied": "Accès refusé",
  noAccessMessage: "Vous n'avez pas accès à cette page.",
  clientNotFoundMessage:
    "L'application d'où vous venez n'est pas connue ici. Repartez du site de votre école.",
  clientDisabledMessage: "L'application d'où vous venez n'est pas active pour le moment.",
  unknownLoginRequesterMessage:
    "L'application d'où vous venez n'est pas connue ici. Repartez du site de votre école.",
  loginRequesterNotEnabledMessage: "L'application d'où vous venez n'est pas active pour le moment.",
  realmNotEnabledMessage: "La connexion est fermée pour le moment. Réessayez plus tard.",
  invalidRequestMessage:
    "Cette demande n'est pas complète ou n'est plus valable. Repartez du site de votre école.",
  invalidRedirectUriMessage:
    "L'adresse de retour n'est pas permise. Repartez du site de votre école.",
  resetCredentialNotAllowedMessage: "Le mot de passe ne peut pas être changé de cette façon.",
  differentUserAuthenticated:
    "Vous êtes déjà connecté avec un autre compte. Déconnectez-vous-en d'abord, s'il vous plaît.",
  traceIdSupportMessage: "Si vous contactez l'assistance, donnez-lui cette référence : {0}",

  // Microsoft did not answer as hoped. Where Keycloak does not say who, it is Microsoft: the portal
  // has no other identity provider.
  federatedIdentityConfirmReauthenticateMessage: "Connectez-vous pour lier votre compte avec {0}",
  identityProviderUnexpectedErrorMessage:
    "La connexion avec Microsoft n'a pas abouti. Rien n'a été changé. Réessayez dans quelques minutes, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  unexpectedErrorHandlingRequestMessage:
    "La connexion avec Microsoft n'a pas abouti. Rien n'a été changé. Réessayez dans quelques minutes, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  unexpectedErrorHandlingResponseMessage:
    "La connexion avec Microsoft n'a pas abouti. Rien n'a été changé. Réessayez dans quelques minutes, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  identityProviderAuthenticationFailedMessage:
    "La connexion avec Microsoft n'a pas abouti. Rien n'a été changé. Réessayez dans quelques minutes, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  couldNotObtainTokenMessage:
    "La connexion avec Microsoft n'a pas abouti. Rien n'a été changé. Réessayez dans quelques minutes, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  couldNotProceedWithAuthenticationRequestMessage:
    "La connexion avec Microsoft n'a pas abouti. Rien n'a été changé. Réessayez dans quelques minutes, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  couldNotSendAuthenticationRequestMessage:
    "Microsoft ne répond pas. Rien n'a été changé. Réessayez dans quelques minutes, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  identityProviderMissingStateMessage:
    "La réponse de Microsoft n'est pas complète ou n'est plus valable. Rien n'a été changé. Recommencez depuis le site de votre école.",
  identityProviderMissingCodeOrErrorMessage:
    "La réponse de Microsoft n'est pas complète ou n'est plus valable. Rien n'a été changé. Recommencez depuis le site de votre école.",
  identityProviderInvalidResponseMessage:
    "La réponse de Microsoft n'est pas complète ou n'est plus valable. Rien n'a été changé. Recommencez depuis le site de votre école.",
  identityProviderInvalidSignatureMessage:
    "La réponse de Microsoft n'est pas complète ou n'est plus valable. Rien n'a été changé. Recommencez depuis le site de votre école.",
  identityProviderNotFoundMessage:
    "Ce moyen de connexion n'est pas proposé ici. Connectez-vous avec votre adresse mail et votre mot de passe.",
  "access-denied-when-idp-auth":
    "La connexion avec {0} a été interrompue ou refusée. Rien n'a été changé. Recommencez et acceptez ce que {0} vous demande, ou connectez-vous avec votre adresse mail et votre mot de passe.",
  identityProviderAlreadyLinkedMessage:
    "Ce compte {0} est déjà associé au compte {brand} d'une autre personne. Choisissez un autre compte {0}, ou adressez-vous à votre établissement scolaire.",
  identityProviderAlreadyLinkedToCurrentUserMessage:
    "Votre compte {brand} est déjà associé à un compte {0}. Pour en associer un autre, retirez d'abord celui-là dans votre compte {brand}, sous «\u00a0Comptes liés\u00a0».",
  staleCodeAccountMessage:
    "Cette page n'est plus valable. Rien n'a été changé. Recommencez depuis votre compte {brand}.",
  brokerLinkingSessionExpired:
    "Votre session s'est terminée avant la fin de l'association. Rien n'a été changé. Connectez-vous à nouveau et recommencez.",
  "Not found serialized context in authenticationSession.":
    "Cette page n'est plus valable. Recommencez depuis le site de votre école.",
} satisfies Messages;
