/** What a column of a school's export may be called besides its own name, as French platforms do. */
const frenchNames = {
  school: ["ecole", "école"],
  email: ["courriel", "mail", "e-mail", "adresse mail"],
  first_name: ["prenom", "prénom"],
  last_name: ["nom"],
  legacy_username: ["identifiant", "nom d'utilisateur"],
  legacy_password_hash: ["mot_de_passe"],
  person_id: ["matricule"],
  language: ["langue"],
} as const satisfies Record<string, readonly string[]>;

/** One column of a school's export. */
export type Column = keyof typeof frenchNames;

/** The columns of a school's export; others are ignored. */
export const columns = Object.keys(frenchNames) as readonly Column[];

const byName = new Map(
  columns.flatMap((column) =>
    [column, ...frenchNames[column]].map((name) => [compared(name), column] as const),
  ),
);

/**
 * Which column a name in the first line means, in English or French.
 *
 * @returns none for a name that means nothing here
 */
export function columnNamed(name: string): Column | undefined {
  return byName.get(compared(name));
}

/** A column's name with the French ones, e.g. `email (courriel, mail, e-mail, adresse mail)`. */
export function columnHelp(column: Column): string {
  return `${column} (${frenchNames[column].join(", ")})`;
}

/** Without regard to capitals, to spaces, and to which apostrophe a word processor made of it. */
function compared(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[\s_]+/g, " ")
    .trim();
}
