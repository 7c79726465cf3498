import { html } from "hono/html";
import type { IDToken } from "openid-client";

/** A piece of HTML whose values were escaped. */
export type Html = ReturnType<typeof html>;

/** The school whose page it is. */
export interface PageSchool {
  id: string;
  name: string;
  /** Where people manage their account at the portal. */
  accountAddress: string;
}

/** What visitors see before they sign in. @param signInPath path that begins the sign-in */
export function welcomePage(school: PageSchool, signInPath: string): Html {
  return page(
    school,
    school.name,
    html`
      <h1>${school.name}</h1>
      <p>
        Bienvenue sur l’application de notre école : les classes, les devoirs et les messages de vos
        enfants.
      </p>
      <p><a class="action" href="${signInPath}">Se connecter</a></p>
    `,
  );
}

/** What somebody sees who is signed in. */
export function homePage(school: PageSchool, claims: IDToken): Html {
  return page(
    school,
    school.name,
    html`
      <h1>${school.name}</h1>
      ${identity(school, claims)}
      <p><a href="/classes/3b">La classe 3b</a></p>
      <h2>Ce que l’école a reçu du portail</h2>
      <table>
        <caption>
          Jeton d’identité
        </caption>
        <tbody>
          ${Object.entries(claims).map(
            ([name, value]) => html`
              <tr>
                <th scope="row">${name}</th>
                <td>${typeof value === "string" ? value : JSON.stringify(value)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `,
  );
}

/** A page deep in the application, which a link in a mail may lead to. */
export function classPage(school: PageSchool, className: string, claims: IDToken): Html {
  return page(
    school,
    `Classe ${className}`,
    html`
      <h1>Classe ${className}</h1>
      ${identity(school, claims)}
      <p>Rien de nouveau cette semaine.</p>
      <p><a href="/">Retour à l’accueil</a></p>
    `,
  );
}

/** What is shown when a sign-in did not work out. */
export function failedPage(school: PageSchool, reason: string): Html {
  return page(
    school,
    "Connexion interrompue",
    html`
      <h1>La connexion n’a pas abouti</h1>
      <p>${reason}</p>
      <p><a class="action" href="/sign-in">Recommencer</a></p>
    `,
  );
}

function identity({ accountAddress }: PageSchool, claims: IDToken): Html {
  const name = [claims.given_name, claims.family_name].filter(Boolean).join(" ");
  const address = typeof claims.email === "string" ? claims.email : "";
  return html`
    <div class="who">
      <p>
        Vous êtes connecté en tant que <strong>${name || address || claims.sub}</strong>
        ${name && address ? html`<span class="address">${address}</span>` : ""}
      </p>
      <p><a href="${accountAddress}">Mon compte</a></p>
      <form method="post" action="/sign-out">
        <button type="submit">Se déconnecter</button>
      </form>
    </div>
  `;
}

function page(school: PageSchool, title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === school.name ? title : `${title} – ${school.name}`}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>${body}</main>
        <footer>Application de démonstration</footer>
      </body>
    </html>`;
}

/** Colours that read well on white and under white text; a school keeps its own. */
const accents = ["#1d5c3f", "#7a3b10", "#5b2a86", "#0f5a73"];

/** The style sheet of a school's application. */
export function styleSheet(school: PageSchool): string {
  const sum = [...school.id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return `:root { --accent: ${accents[sum % accents.length]}; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1f2328; background: #f4f5f6; border-top: .5rem solid var(--accent); }
main { max-width: 44rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border-radius: .75rem; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; color: var(--accent); }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
a { color: var(--accent); }
a.action, button { display: inline-block; min-height: 2.75rem; padding: .6rem 1.25rem; font: inherit; font-weight: 600; text-decoration: none; border: 2px solid var(--accent); border-radius: .5rem; cursor: pointer; }
a.action { color: #fff; background: var(--accent); }
button { color: var(--accent); background: #fff; }
:focus-visible { outline: 3px solid #1f2328; outline-offset: 2px; }
.who { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; }
.who p { margin: 0; }
.address { display: block; overflow-wrap: anywhere; color: #57606a; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; color: #57606a; }
th, td { padding: .4rem .5rem .4rem 0; text-align: left; vertical-align: top; border-top: 1px solid #d8dee4; overflow-wrap: anywhere; }
th { width: 40%; font-weight: 600; }
footer { max-width: 44rem; margin: 0 auto; padding: 0 1.5rem 2rem; font-size: .85rem; color: #57606a; }
@media (max-width: 30rem) {
  main { margin: 0; border-radius: 0; }
  th, td { display: block; width: auto; }
  td { padding-top: 0; border-top: 0; }
}
`;
}
