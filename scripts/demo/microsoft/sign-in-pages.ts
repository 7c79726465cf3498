import { html } from "hono/html";
import type { MicrosoftPerson } from "./people.ts";
import type { TenantRefusal } from "./tenants.ts";

/*
 * The two pages of Microsoft that the letter to parents shows, with its words, in a drawing of our own;
 * the page on which somebody chooses among accounts, and the one for when nothing goes on.
 */

/** A piece of HTML whose values were escaped. */
export type Html = ReturnType<typeof html>;

/** Names of the fields, which are Microsoft's. */
export const fields = { signInName: "loginfmt", password: "passwd", choice: "choice" } as const;

/** Where the style sheet is. */
export const styleSheetPath = "/style.css";

/**
 * Asks who it is.
 *
 * @param action where the form goes
 * @param problem why the page is shown again
 */
export function addressPage(action: string, signInName = "", problem = ""): Html {
  return page(
    "Se connecter",
    html`
      <form method="post" action="${action}">
        ${problemOf(problem)}
        <label>
          <span>E-mail, téléphone ou identifiant Skype</span>
          <input name="${fields.signInName}" value="${signInName}" autocomplete="username" autofocus required />
        </label>
        <p class="actions">
          <button class="main">Suivant</button>
          <button name="${fields.choice}" value="cancel" formnovalidate>Annuler</button>
        </p>
      </form>
    `,
  );
}

/** Asks for the password of who it is. */
export function passwordPage(action: string, signInName: string, problem = ""): Html {
  return page(
    "Entrez le mot de passe",
    html`
      <form method="post" action="${action}">
        <input type="hidden" name="${fields.signInName}" value="${signInName}" />
        ${problemOf(problem)}
        <label>
          <span>Votre mot de passe Microsoft</span>
          <input type="password" name="${fields.password}" autocomplete="current-password" autofocus required />
        </label>
        <p class="actions"><button class="main">Se connecter</button></p>
      </form>
    `,
    html`<p><a href="${action}?${fields.choice}=other">← ${signInName}</a></p>`,
  );
}

/** Asks whether it is still the person who is signed in in this browser. */
export function accountsPage(action: string, { displayName, signInName }: MicrosoftPerson): Html {
  return page(
    "Choisir un compte",
    html`
      <form method="post" action="${action}">
        <button class="account" name="${fields.choice}" value="same">
          ${displayName ? html`<strong>${displayName}</strong>` : ""} ${signInName}
        </button>
        <button class="account" name="${fields.choice}" value="other">Utiliser un autre compte</button>
      </form>
    `,
  );
}

/** Says that nothing goes on from here. @param reason in Microsoft's words */
export function refusedPage(reason: string): Html {
  return page(
    "Se connecter",
    html`
      <p role="alert">Désolé, nous avons rencontré un problème lors de votre connexion.</p>
      <p class="reason">${reason}</p>
    `,
  );
}

/** What a person reads who may not sign in at a tenant. */
export const tenantRefusals: Record<TenantRefusal, string> = {
  "organisation-only":
    "Vous ne pouvez pas vous connecter ici avec un compte personnel. Utilisez plutôt votre compte professionnel ou scolaire.",
  "personal-only":
    "Vous ne pouvez pas vous connecter ici avec un compte professionnel ou scolaire. Utilisez plutôt votre compte personnel.",
  "other-organisation":
    "AADSTS50020 : ce compte n’existe pas dans l’organisation qui demande la connexion. Utilisez un autre compte.",
};

function problemOf(problem: string): Html | "" {
  return problem ? html`<p class="problem" role="alert">${problem}</p>` : "";
}

function page(title: string, body: Html, aboveTitle: Html | "" = ""): Html {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Microsoft</title>
        <link rel="stylesheet" href="${styleSheetPath}" />
      </head>
      <body>
        <main>
          <p class="brand">Microsoft</p>
          ${aboveTitle}
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>Microsoft de démonstration : rien ne quitte cette machine</footer>
      </body>
    </html>`;
}

/** The style sheet of all of them. */
export const styleSheet = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.4 system-ui, sans-serif; color: #1b1b1b; background: #f2f2f2; }
main { max-width: 27.5rem; margin: 12vh auto 0; padding: 2.75rem; background: #fff; box-shadow: 0 2px 6px #0003; }
.brand { margin: 0 0 1rem; font-weight: 600; color: #5e5e5e; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.2; }
label span { display: block; font-size: .85rem; color: #5e5e5e; }
input { width: 100%; padding: .4rem 0; font: inherit; border: 0; border-bottom: 1px solid #666; background: none; }
input:focus { outline: 0; border-bottom: 2px solid #c50f1f; }
a { color: #0067b8; overflow-wrap: anywhere; }
.actions { display: flex; flex-direction: row-reverse; gap: .5rem; margin: 1.75rem 0 0; }
button { min-width: 6.75rem; min-height: 2.25rem; padding: .25rem .75rem; font: inherit; border: 0; cursor: pointer; background: #ddd; }
button.main { color: #fff; background: #0067b8; }
button.account { display: block; width: 100%; padding: .75rem; text-align: left; background: #fff; border-bottom: 1px solid #ddd; overflow-wrap: anywhere; }
button.account strong { display: block; }
button:focus-visible { outline: 2px solid #1b1b1b; outline-offset: 2px; }
.problem { color: #c50f1f; }
.reason { overflow-wrap: anywhere; color: #5e5e5e; }
footer { padding: 1rem; text-align: center; font-size: .8rem; color: #5e5e5e; }
`;
