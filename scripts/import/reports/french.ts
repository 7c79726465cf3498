import type { FindingKind } from "../report-format.ts";
import type { RejectionReason } from "../rows/export-row.ts";

/** What a finding is called in a school's files, and what to do about it. */
interface FrenchFinding {
  readonly name: string;
  readonly explanation: string;
}

/**
 * What schools are told. `docs/guide-secretariat.md` uses the same words. What is not here is for
 * operations alone: a school would learn from it that an address already has an account.
 */
export const frenchFindings: Readonly<Partial<Record<FindingKind, FrenchFinding>>> = {
  rejected: {
    name: "refusée",
    explanation: "La ligne n'a pas été reprise : voyez la raison dans rejected.csv.",
  },
  "address-changed": {
    name: "adresse changée",
    explanation:
      "Le portail connaît une autre adresse pour cet identifiant ou ce matricule. Rien n'a été changé : si la nouvelle adresse est la bonne, confirmez-le à l'équipe iT.School.",
  },
  "address-updated": {
    name: "adresse mise à jour",
    explanation: "La nouvelle adresse a été reprise comme vous l'avez confirmé.",
  },
  "username-twice": {
    name: "identifiant en double",
    explanation:
      "Le même identifiant se trouve avec deux adresses différentes. Chaque personne doit avoir le sien : corrigez les lignes concernées.",
  },
  "number-twice": {
    name: "matricule en double",
    explanation:
      "Le même matricule se trouve avec deux adresses différentes. Indiquez le numéro propre à chaque personne, ou laissez la case vide.",
  },
  contradiction: {
    name: "contradiction",
    explanation:
      "L'identifiant et le matricule de cette ligne sont ceux de deux personnes différentes. Vérifiez les deux.",
  },
  "password-not-taken": {
    name: "mot de passe non repris",
    explanation:
      "La personne est reprise, mais pas son ancien mot de passe : format inconnu, identifiant absent ou ancienne méthode terminée. Elle utilisera « Mot de passe oublié ? ».",
  },
  "name-conflict": {
    name: "nom différent",
    explanation:
      "Une autre ligne de votre export donne un autre nom à cette adresse. Vérifiez l'adresse, puis l'orthographe.",
  },
  "language-unknown": {
    name: "langue inconnue",
    explanation: "La langue doit être fr, nl, de ou en. La personne est reprise sans langue.",
  },
  "without-email": {
    name: "sans adresse",
    explanation:
      "Sans adresse, seule l'ancienne méthode fonctionne. Complétez l'adresse dans without-email.csv et renvoyez-le.",
  },
  missing: {
    name: "n'est plus dans l'export",
    explanation: "La personne est connue du portail pour votre école, mais absente de l'export.",
  },
  left: {
    name: "retirée de l'école",
    explanation: "La personne n'est plus dans l'export et ne fait plus partie de votre école.",
  },
};

/** Why a row was not taken over, as its school is told. */
export const frenchReasons: Readonly<Record<RejectionReason, string>> = {
  "surplus-cells":
    "La ligne a plus de cases que la première ligne. Mettez entre guillemets les cases qui contiennent le séparateur.",
  "school-missing": "L'école n'est pas indiquée.",
  "school-unknown": "Cette école n'existe pas dans le portail.",
  "school-other": "La ligne est d'une autre école que celle de l'export.",
  nobody: "Il n'y a ni adresse ni identifiant.",
  "address-invalid":
    "Ceci n'est pas une adresse e-mail valable. Avant l'arobase, il n'y a jamais d'accents.",
  "too-long": "Une case a plus de 255 caractères.",
  "control-characters": "Une case contient des caractères invisibles ou un retour à la ligne.",
  "plain-password":
    "La case mot_de_passe ne contient pas une empreinte, mais peut-être un mot de passe en clair. N'envoyez jamais de mot de passe : laissez la case vide.",
};

/** The same for operations. */
export const englishReasons: Readonly<Record<RejectionReason, string>> = {
  "surplus-cells": "has more cells than the first line; quote cells with separators",
  "school-missing": "is empty",
  "school-unknown": "is no school of the configuration",
  "school-other": "is another school than the one of --school",
  nobody: "is empty, and there is no old user name either",
  "address-invalid": "is not an e-mail address",
  "too-long": "is longer than 255 characters",
  "control-characters": "has control characters",
  "plain-password": "is no hash, perhaps a password itself",
};
