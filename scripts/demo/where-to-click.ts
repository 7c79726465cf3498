import type { DemoAddresses } from "./demo.ts";
import { shellCommand } from "./microsoft/demo-browser.ts";

/**
 * What the person who started the demo reads when everything answers.
 *
 * @param seconds how long the start took
 */
export function whereToClick(
  { keycloak, mail, schools, people, microsoft }: DemoAddresses,
  seconds: number,
) {
  const nameOf = (id: string) => schools.find((school) => school.id === id)?.name ?? id;
  const ofBoth = people.find((person) => person.schools.length > 1);
  const ofOne = people.find((person) => person.schools.length === 1);
  const ofOld = people.find(({ legacy }) => legacy)?.legacy;
  const { browser } = microsoft;
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

Or with Microsoft: a stand-in for it runs here, under Microsoft's own address and with a certificate
that nobody else knows. This browser is led to it, keeps its data apart, and takes that certificate:
  ${shellCommand(browser.program ?? "chromium", [...browser.arguments, schools[0]?.url ?? ""])}
${table(microsoft.people.map(({ signInName, password, who }) => [signInName, password, who]))}

Addresses, people and their passwords: .portail/demo.json

Ctrl-C ends all of it.
`;
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
    )
    .join("\n");
}
