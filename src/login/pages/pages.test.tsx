import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { hostileAddress, hostileName } from "../hostile-account.fixture.ts";
import { createKcPageStory, type PageStoryProps } from "../KcPageStory.tsx";
import { drawPage } from "../prerender.tsx";
import * as infoStories from "./Info.stories.tsx";
import * as legacyElsewhereStories from "./LegacyElsewhere.stories.tsx";
import * as legacyWelcomeStories from "./LegacyWelcome.stories.tsx";
import * as linkConfirmStories from "./LinkConfirm.stories.tsx";
import * as linkProfileStories from "./LinkProfile.stories.tsx";
import * as linkTakenStories from "./LinkTaken.stories.tsx";
import * as linkUnknownStories from "./LinkUnknown.stories.tsx";
import * as loginStories from "./Login.stories.tsx";
import * as idpLinkConfirmStories from "./LoginIdpLinkConfirm.stories.tsx";
import * as idpLinkEmailStories from "./LoginIdpLinkEmail.stories.tsx";
import * as updatePasswordStories from "./LoginUpdatePassword.stories.tsx";
import * as logoutConfirmStories from "./LogoutConfirm.stories.tsx";
import { fields, sent, words } from "./markup.fixture.ts";
import * as schoolLandingStories from "./SchoolLanding.stories.tsx";
import * as schoolUnknownStories from "./SchoolUnknown.stories.tsx";

// The server puts the messages there; a story brings its own.
vi.stubGlobal("window", {});

const Login = createKcPageStory({ pageId: "login.ftl" }).KcPageStory;
const Info = createKcPageStory({ pageId: "info.ftl" }).KcPageStory;
const LogoutConfirm = createKcPageStory({ pageId: "logout-confirm.ftl" }).KcPageStory;
const SchoolLanding = createKcPageStory({ pageId: "school-landing.ftl" }).KcPageStory;
const SchoolUnknown = createKcPageStory({ pageId: "school-unknown.ftl" }).KcPageStory;
const LegacyElsewhere = createKcPageStory({ pageId: "legacy-elsewhere.ftl" }).KcPageStory;
const LegacyWelcome = createKcPageStory({ pageId: "legacy-welcome.ftl" }).KcPageStory;
const IdpLinkConfirm = createKcPageStory({ pageId: "login-idp-link-confirm.ftl" }).KcPageStory;
const IdpLinkEmail = createKcPageStory({ pageId: "login-idp-link-email.ftl" }).KcPageStory;
const LinkProfile = createKcPageStory({ pageId: "link-profile.ftl" }).KcPageStory;
const LinkUnknown = createKcPageStory({ pageId: "link-unknown.ftl" }).KcPageStory;
const LinkTaken = createKcPageStory({ pageId: "link-taken.ftl" }).KcPageStory;
const LinkConfirm = createKcPageStory({ pageId: "link-confirm.ftl" }).KcPageStory;
const UpdatePassword = createKcPageStory({ pageId: "login-update-password.ftl" }).KcPageStory;

describe("sign-in", () => {
  const login = (story: { args?: PageStoryProps<"login.ftl"> }) =>
    renderToStaticMarkup(<Login {...story.args} />);

  test("asks for the address and the password", () => {
    const page = login(loginStories.FirstVisit);
    expect(fields(page)).toEqual(["username", "password", "credentialId", "rememberMe"]);
    expect(page).toContain('autoComplete="username"');
    expect(page).toContain('autoComplete="current-password"');
  });

  test("says once why a sign-in was refused, marks both fields and keeps the address", () => {
    const page = login(loginStories.WrongPassword);
    expect(page.match(/role="(alert|status)"/g)).toEqual(['role="alert"']);
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(page).toContain('value="parent@example.org"');
  });

  test("says of a locked account what it says of a wrong password", () => {
    expect(login(loginStories.LockedOut)).toBe(login(loginStories.WrongPassword));
  });

  test("does not ask who somebody is who must prove it again", () => {
    const page = login(loginStories.KnownUserAskedAgain);
    expect(fields(page)).toEqual(["password", "credentialId"]);
    expect(page).toContain("parent@example.org");
  });

  test("offers Microsoft, and being remembered, only where they are switched on", () => {
    expect(login(loginStories.FirstVisit)).not.toContain("Microsoft");
    expect(login(loginStories.WithMicrosoft)).toContain("Microsoft");
    expect(login(loginStories.WithoutRememberMeAndForgottenPassword)).not.toContain("rememberMe");
  });

  test("remembers what was chosen about being remembered", () => {
    expect(login(loginStories.FirstVisit)).not.toContain("checked");
    expect(login(loginStories.RememberMeOn)).toContain("checked");
  });

  test("shows markup in names as text", () => {
    const page = login(loginStories.NamesWithMarkup);
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).toContain("&lt;script&gt;alert(2)");
    expect(page).not.toContain("<script");
  });
});

describe("new password", () => {
  const update = (story: { args?: PageStoryProps<"login-update-password.ftl"> }) =>
    renderToStaticMarkup(<UpdatePassword {...story.args} />);

  test("shows a breach of the policy at the password, a typing mistake at its repetition", () => {
    expect(update(updatePasswordStories.TooCommon)).toContain('id="password-new-error"');
    expect(update(updatePasswordStories.TooCommon)).not.toContain('id="password-confirm-error"');
    const different = update(updatePasswordStories.DifferentConfirmation);
    expect(different).toContain('id="password-confirm-error"');
    expect(different).not.toContain('id="password-new-error"');
  });

  test("can be given up only by somebody who asked for it", () => {
    expect(update(updatePasswordStories.OwnWish)).toContain("cancel-aia");
    expect(update(updatePasswordStories.MustChange)).not.toContain("cancel-aia");
  });

  test("warns only somebody who must change it", () => {
    expect(update(updatePasswordStories.MustChange)).toContain("notice-warning");
    expect(update(updatePasswordStories.OwnWish)).not.toContain("notice-warning");
  });
});

describe("the way back to the school", () => {
  const info = (story: { args?: PageStoryProps<"info.ftl"> }) =>
    renderToStaticMarkup(<Info {...story.args} />);

  test("names the school, and the application where the school has no name", () => {
    expect(info(infoStories.PasswordChanged)).toContain("Retour à École de démonstration");
    expect(info(infoStories.SchoolWithoutName)).toContain("Retour à l&#x27;application");
  });

  test("is left out where Keycloak says so", () => {
    expect(info(infoStories.SignedOut)).not.toContain("main-action");
    const signOut = <LogoutConfirm {...logoutConfirmStories.WithoutWayBack.args} />;
    expect(renderToStaticMarkup(signOut)).not.toContain("second-action");
  });

  test("gives way to the next step where there is one", () => {
    const page = info(infoStories.LinkMustBeConfirmed);
    expect(page).not.toContain("Retour à");
    expect(page.match(/<li>/g)).toHaveLength(2 + 4);
  });

  test("shows markup in a school's name as text", () => {
    const page = info(infoStories.SchoolNameWithMarkup);
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toContain("<script");
  });
});

describe("a school's landing page", () => {
  const landing = (story: { args?: PageStoryProps<"school-landing.ftl"> }) =>
    renderToStaticMarkup(<SchoolLanding {...story.args} />);

  test("says what the letter to the parents shows, the new method first", () => {
    // Letter for letter and apart from the theme's own texts, so that nobody changes them by accident.
    expect(words(landing(schoolLandingStories.FirstVisit))).toEqual([
      "Connexion",
      "Bienvenue sur iT.SCHOOL de l'école École de démonstration",
      "Portail de connexion",
      "Vous aviez déjà un compte utilisateur? Voir la vidéo explicative (nouvel onglet)",
      "Ouvrir le portail de connexion",
      "Ancienne méthode",
      "⚠ Cette méthode de connexion ne sera plus disponible d'ici le 31/05/2025",
      "Nom d'utilisateur",
      "Mot de passe",
      "→ Se connecter",
      "Langue Français",
      "Français",
      "Nederlands",
      "Deutsch",
      "English",
      "Conditions générales d'utilisation",
      "Politique de protection des données",
    ]);
  });

  test("has one main action, which leads to the portal", () => {
    const page = landing(schoolLandingStories.FirstVisit);
    expect(page.match(/main-action/g)).toHaveLength(1);
    const [portal = "", old = ""] = page.split("<form").slice(1);
    expect(portal).toContain("main-action");
    expect(sent(portal)).toEqual(["method=portal"]);
    expect(sent(old)).toEqual(["method=legacy", "username=", "password="]);
  });

  test("keeps the user name that was refused, says why once, and opens with that field", () => {
    const page = landing(schoolLandingStories.Refused);
    expect(page.match(/role="(alert|status)"/g)).toEqual(['role="alert"']);
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(page).toMatch(/<input id="username"[^>]* autofocus=""[^>]* value="duboisc"/i);
    expect(landing(schoolLandingStories.FirstVisit)).not.toMatch(/autofocus/i);
  });

  test("offers a video only where there is one, on a web page that nobody can change", () => {
    expect(landing(schoolLandingStories.FirstVisit)).toContain('href="https://www.itschool.');
    expect(landing(schoolLandingStories.WithoutVideo)).not.toContain("vidéo");
    expect(landing(schoolLandingStories.VideoThatIsNoWebPage)).not.toContain("javascript:");
  });

  test("is told nothing of the account behind an old user name", () => {
    const { markup, context } = drawPage("school-landing.ftl");
    expect(`${markup}${context}`).not.toMatch(/attemptedUsername|\buser\b|email|\bauth\b/i);
  });

  test("shows markup in names as text", () => {
    const page = landing(schoolLandingStories.NamesWithMarkup);
    expect(page).toContain("&lt;script&gt;alert(&quot;school");
    expect(page).toContain("&lt;script&gt;alert(&quot;user");
    expect(page).not.toContain("<script");
  });
});

describe("somebody whom a school does not know", () => {
  const unknown = (story: { args?: PageStoryProps<"school-unknown.ftl"> }) =>
    renderToStaticMarkup(<SchoolUnknown {...story.args} />);

  test("is told at which school, and may go back or use another account", () => {
    const page = unknown(schoolUnknownStories.UnknownToTheSchool);
    expect(words(page)).toEqual(
      expect.arrayContaining([
        "Votre compte n'est pas connu de l'école École de démonstration",
        "Utiliser un autre compte",
        "Retour à École de démonstration",
      ]),
    );
    expect(sent(page)).toEqual(["method=other-account"]);
  });

  test("is told of no school where the application belongs to none", () => {
    const page = unknown(schoolUnknownStories.ApplicationOfNoSchool);
    expect(words(page)).toContain("Votre compte n'ouvre pas cette application");
    expect(page).not.toContain("de l&#x27;école");
    expect(sent(page)).toEqual(["method=other-account"]);
  });
});

describe("the old method at a place that it does not open", () => {
  const elsewhere = (story: { args?: PageStoryProps<"legacy-elsewhere.ftl"> }) =>
    renderToStaticMarkup(<LegacyElsewhere {...story.args} />);

  test("leads to the portal, or back to that school", () => {
    const page = elsewhere(legacyElsewhereStories.AtAnotherSchool);
    expect(sent(page)).toEqual(["method=portal"]);
    expect(words(page)).toContain("Ouvrir le portail de connexion");
    expect(words(page)).toContain("Retour à École de démonstration");
  });

  test("has no way back to the account console, which would lead here again", () => {
    const page = elsewhere(legacyElsewhereStories.AtTheAccountConsole);
    expect(sent(page)).toEqual(["method=portal"]);
    expect(page).not.toContain("Retour");
  });
});

describe("after a sign-in by the old method", () => {
  const welcome = (story: { args?: PageStoryProps<"legacy-welcome.ftl"> }) =>
    renderToStaticMarkup(<LegacyWelcome {...story.args} />);

  test("a person learns the new identifier, and makes a password now or later", () => {
    const page = welcome(legacyWelcomeStories.KnownAddress);
    expect(words(page)).toEqual(
      expect.arrayContaining([
        "Votre identifiant devient c•••@e•••.org",
        "Créer mon mot de passe maintenant",
        "Plus tard",
      ]),
    );
    expect(sent(page)).toEqual(["method=create", "method=later"]);
  });

  test("a person hears to which address the mail went, and goes on to the school", () => {
    const page = welcome(legacyWelcomeStories.MailSent);
    expect(page).toContain("c•••@e•••.org");
    expect(words(page)).toContain("Continuer vers École de démonstration");
    expect(sent(page)).toEqual(["method=later"]);
  });

  test("a person without an address is asked to give it to the school, and goes on", () => {
    const page = welcome(legacyWelcomeStories.NoAddress);
    expect(words(page)).toContain("Donnez votre adresse mail à l'école");
    expect(sent(page)).toEqual(["method=later"]);
  });
});

describe("an account that exists already, found by its address at Microsoft", () => {
  const exists = (story: { args?: PageStoryProps<"login-idp-link-confirm.ftl"> }) =>
    renderToStaticMarkup(<IdpLinkConfirm {...story.args} />);

  test("is linked after a question, in the letter's words and order", () => {
    const page = exists(idpLinkConfirmStories.AccountExists);
    expect(words(page).slice(0, 4)).toEqual([
      "Ce compte existe déjà",
      "L'utilisateur email parent@example.org existe déjà. Que souhaitez-vous faire ?",
      "Vérifiez vos informations de profil",
      "Souhaitez-vous lier Microsoft à votre compte existant",
    ]);
    expect(sent(page)).toEqual(["submitAction=updateProfile", "submitAction=linkAccount"]);
    expect(page.match(/main-action/g)).toHaveLength(1);
  });

  test("is asked about, not reported as an error", () => {
    const page = exists(idpLinkConfirmStories.AccountExists);
    expect(page).toContain('class="notice notice-warning" role="status"');
    expect(page).not.toMatch(/notice-error|role="alert"/);
  });
});

describe("the mail that links an account at Microsoft", () => {
  const email = (story: { args?: PageStoryProps<"login-idp-link-email.ftl"> }) =>
    renderToStaticMarkup(<IdpLinkEmail {...story.args} />);

  test("is told of in the letter's words, its buttons within the sentences", () => {
    const page = email(idpLinkEmailStories.MailSent);
    expect(words(page).slice(0, 5)).toEqual([
      "Association avec Microsoft",
      "Vous devez vérifier votre courriel pour lier votre compte avec Microsoft.",
      "Un courriel avec des instructions pour associer le compte parent@example.org sur Microsoft avec votre compte iT.SCHOOL vous a été envoyé.",
      "Vous n'avez pas reçu de code dans le courriel\u00a0? Cliquez ici pour renvoyer le courriel.",
      "Si vous avez déjà vérifié votre courriel dans un autre navigateur Cliquez ici pour continuer.",
    ]);
    expect(sent(page)).toEqual(["method=resend", "method=continue"]);
  });

  test.each([
    ["fr", idpLinkEmailStories.MailSent],
    ["nl", idpLinkEmailStories.Dutch],
    ["de", idpLinkEmailStories.German],
    ["en", idpLinkEmailStories.English],
  ] as const)("has two buttons whose names say what they do, in %s", (language, { args }) => {
    const page = renderToStaticMarkup(<IdpLinkEmail {...args} language={language} />);
    const buttons = [...page.matchAll(/<button[^>]*aria-label="([^"]*)"[^>]*>([^<]*)</g)];
    expect(new Set(buttons.map(([, name]) => name)).size).toBe(2);
    // Who speaks to the browser says what is seen.
    for (const [, name, seen = ""] of buttons) expect(name).toContain(seen);
  });

  test("answers a click: sent again, not sent again, not yet confirmed", () => {
    const first = words(email(idpLinkEmailStories.MailSent));
    for (const [story, answer] of [
      [idpLinkEmailStories.SentAgain, "Le courriel a été renvoyé."],
      [idpLinkEmailStories.TooManyMails, "Plusieurs courriels vous ont déjà été envoyés"],
      [idpLinkEmailStories.NotYetConfirmed, "Le lien du courriel n'a pas encore été confirmé."],
    ] as const) {
      const [added, ...others] = words(email(story)).filter((line) => !first.includes(line));
      expect(added).toContain(answer);
      expect(others).toEqual([]);
    }
  });
});

describe("what Microsoft says of a person", () => {
  const profile = (story: { args?: PageStoryProps<"link-profile.ftl"> }) =>
    renderToStaticMarkup(<LinkProfile {...story.args} />);

  test("can be read, not edited", () => {
    const page = profile(linkProfileStories.NameAndAddress);
    expect(words(page)).toEqual(
      expect.arrayContaining(["Nom", "Camille Dubois", "Adresse mail", "parent@example.org"]),
    );
    expect(page).not.toMatch(/<(input|textarea|select)/);
    expect(sent(page)).toEqual(["submitAction=linkAccount", "submitAction=back"]);
  });

  test("says nothing of a name where there is none", () => {
    expect(words(profile(linkProfileStories.NoName))).not.toContain("Nom");
  });
});

describe("an account at Microsoft that opens no account here", () => {
  const unknown = (story: { args?: PageStoryProps<"link-unknown.ftl"> }) =>
    renderToStaticMarkup(<LinkUnknown {...story.args} />);
  const taken = (story: { args?: PageStoryProps<"link-taken.ftl"> }) =>
    renderToStaticMarkup(<LinkTaken {...story.args} />);

  test("is told apart: an address that no school knows, and none", () => {
    const page = unknown(linkUnknownStories.UnknownAddress);
    expect(page).toContain("<bdi>parent@example.org</bdi>");
    expect(words(page).join(" ")).toContain("Aucun compte iT.SCHOOL n'a donc été créé");
    const none = unknown(linkUnknownStories.NoAddress);
    expect(none).not.toContain("<bdi>");
    expect(words(none).join(" ")).toContain("Microsoft ne nous a donné aucune adresse mail.");
  });

  test("leads to the sign-in by address, or to another account at Microsoft", () => {
    for (const page of [
      unknown(linkUnknownStories.UnknownAddress),
      taken(linkTakenStories.LinkedToAnother),
    ]) {
      expect(sent(page)).toEqual(["method=sign-in", "method=other-account"]);
      expect(page.match(/main-action/g)).toHaveLength(1);
    }
  });

  test("is linked later in the account console, whose address it gives where it knows it", () => {
    const page = unknown(linkUnknownStories.UnknownAddress);
    expect(page).toContain('<a href="#">votre compte iT.SCHOOL</a>');
    const elsewhere = unknown(linkUnknownStories.AccountConsoleElsewhere);
    expect(elsewhere).toContain("Ouvrez ensuite votre compte iT.SCHOOL et associez-y");
  });

  test("is named where the person's account is linked to it already", () => {
    const page = taken(linkTakenStories.LinkedToAnother);
    expect(words(page)).toContain(
      "Votre compte iT.SCHOOL est associé à c•••@e•••.org, chez Microsoft. Rien n'a été changé.",
    );
  });
});

describe("the mail's link in another browser", () => {
  const confirm = (story: { args?: PageStoryProps<"link-confirm.ftl"> }) =>
    renderToStaticMarkup(<LinkConfirm {...story.args} />);

  test("says who asked, when and for which account, and what a click does, before the click", () => {
    const said = words(confirm(linkConfirmStories.OtherBrowser));
    expect(said.slice(2, 11)).toEqual([
      "Compte Microsoft",
      "parent@example.org",
      "Demandé le",
      "23/11/2026 07:02",
      "Compte iT.SCHOOL",
      "parent@example.org",
      "Si vous confirmez, la personne à qui appartient ce compte Microsoft pourra entrer dans votre compte iT.SCHOOL.",
      "Vous n'avez rien demandé\u00a0? Fermez cette page\u00a0: rien ne changera.",
      "Confirmer",
    ]);
  });

  test("is confirmed by a form of its own, which what follows links by itself does not send", () => {
    const { markup } = drawPage("link-confirm.ftl");
    expect(markup).not.toContain("loginAction");
    expect(markup).toContain('<form action="${(link.confirmUri)!""}" method="get">');
    expect(markup).not.toContain('<a class="main-action"');
  });
});

test("whatever an account at Microsoft is called, it stays a name and turns nothing around it", () => {
  const named = [
    <LinkProfile key="profile" {...linkProfileStories.HostileAccount.args} />,
    <LinkTaken key="taken" {...linkTakenStories.HostileAccount.args} />,
    <LinkConfirm key="confirm" {...linkConfirmStories.HostileAccount.args} />,
    <LinkUnknown key="unknown" {...linkUnknownStories.HostileAddress.args} />,
    <IdpLinkEmail key="email" {...idpLinkEmailStories.HostileAddress.args} />,
  ].map((page) => renderToStaticMarkup(page));
  for (const page of named) {
    expect(page).not.toMatch(/<script|<img src=x/);
    // Every sign that turns the direction stands in an element that ends its effect.
    expect(page.replaceAll(/<bdi>[^<]*<\/bdi>/g, "")).not.toContain("\u202E");
  }
  const asMarkup = (text: string) => renderToStaticMarkup(<bdi>{text}</bdi>);
  expect(named[0]).toContain(asMarkup(hostileName));
  expect(named[3]).toContain(asMarkup(hostileAddress));
});

test("Keycloak's messages never see what an account at Microsoft is called", () => {
  for (const pageId of [
    "link-profile.ftl",
    "link-unknown.ftl",
    "link-taken.ftl",
    "link-confirm.ftl",
    "login-idp-link-email.ftl",
  ]) {
    const { markup, messages } = drawPage(pageId);
    const asked = [...`${markup}${messages}`.matchAll(/msg\("[^"]*", \(([^)]*)\)/g)];
    const values = new Set(asked.map(([, value]) => value));
    expect([...values], pageId).toEqual([
      pageId === "login-idp-link-email.ftl" ? "idpDisplayName" : "link.provider",
    ]);
  }
});
