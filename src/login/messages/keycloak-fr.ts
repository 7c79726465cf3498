/**
 * Keycloak's French where it is wrong or hard on a parent; the rest of it is complete and good.
 * Every key is Keycloak's own.
 */
export default {
  "passkey-doAuthenticate": "Se connecter avec une clé d'accès",
  "passkey-unsupported-browser-text":
    "Ce navigateur ne connaît pas les clés d'accès. Essayez-en un autre.",
  "recovery-codes-action-cancel": "Annuler",
  deletingAccountForbidden:
    "Vous ne pouvez pas supprimer ce compte vous-même. Adressez-vous à votre établissement scolaire.",
  federatedIdentityUnavailableMessage:
    "Le compte {0}, connecté par {1}, n'existe pas ici. Adressez-vous à votre établissement scolaire.",
  federatedIdentityExistsMessage:
    "L'utilisateur {0} {1} existe déjà. Connectez-vous, puis liez le compte depuis la gestion de votre compte.",
  emailVerificationCancelled: "Cette vérification de l'adresse a été annulée.",
  "saml.artifactResolutionServiceInvalidResponse": "La réponse n'a pas pu être lue.",
  credentialSetupRequired:
    "Connexion impossible : aucun moyen de se connecter n'est encore défini.",
} satisfies Record<string, string>;
