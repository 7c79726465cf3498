import type { DemoAddresses } from "./demo.ts";

/**
 * What the person who started the demo reads when everything answers.
 *
 * @param seconds how long the start took
 */
export function whereToClick({ keycloak, mail, schools, people }: DemoAddresses, seconds: number) {
  const nameOf = (id: string) => schools.find((school) => school.id === id)?.name ?? id;
  const ofBoth = people.find((person) => person.schools.length > 1);
  const ofOne = people.find((person) => person.schools.length === 1);
  const ofOld = people.find(({ legacy }) => legacy)?.legacy;
  const addresses = table([
    ...schools.map(({ name, url }) => [name, url]),
    ["Mails", mail.url],
    ["Keycloak's console", `${keycloak.url}/admin (${keycloak.adminUser}; password: demo.json)`],
  ]);
  const parents = table(
    [ofBoth, ofOne].flatMap((person) =>
      person === undefined ? [] : [[person.email, person.schools.map(nameOf).join(", ")]],
    ),
  );
  return `
The portal is ready (${seconds.toFixed(0)} s).

${addresses}

Sign in as a parent: open a school, "Se connecter", then "Mot de passe oublié ?" with
${parents}
The link to choose a password is in the mail.${
    ofOld
      ? `

Or by the old method of ${nameOf(ofOld.school)}:
${table([[ofOld.username, ofOld.password]])}`
      : ""
  }

Addresses, people and their old passwords: .portail/demo.json

Ctrl-C ends all of it.
`;
}

function table(rows: string[][]): string {
  const width = Math.max(...rows.map(([first = ""]) => first.length));
  return rows.map(([first = "", second = ""]) => `  ${first.padEnd(width)}  ${second}`).join("\n");
}
