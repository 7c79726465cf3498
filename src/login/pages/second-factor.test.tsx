import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { createKcPageStory } from "../KcPageStory.tsx";
import { drawPage } from "../prerender.tsx";
import * as deleteStories from "./DeleteCredential.stories.tsx";
import * as loginStories from "./Login.stories.tsx";
import * as setupStories from "./LoginConfigTotp.stories.tsx";
import * as otpStories from "./LoginOtp.stories.tsx";
import * as codesStories from "./LoginRecoveryAuthnCodeConfig.stories.tsx";
import * as codeStories from "./LoginRecoveryAuthnCodeInput.stories.tsx";
import { fields, sent, words } from "./markup.fixture.ts";
import * as waysStories from "./SelectAuthenticator.stories.tsx";
import * as passkeyStories from "./WebauthnAuthenticate.stories.tsx";
import * as errorStories from "./WebauthnError.stories.tsx";
import * as newPasskeyStories from "./WebauthnRegister.stories.tsx";

// The server puts the messages there; a story brings its own.
vi.stubGlobal("window", {});

const Otp = createKcPageStory({ pageId: "login-otp.ftl" }).KcPageStory;
const Setup = createKcPageStory({ pageId: "login-config-totp.ftl" }).KcPageStory;
const Codes = createKcPageStory({ pageId: "login-recovery-authn-code-config.ftl" }).KcPageStory;
const Code = createKcPageStory({ pageId: "login-recovery-authn-code-input.ftl" }).KcPageStory;
const NewPasskey = createKcPageStory({ pageId: "webauthn-register.ftl" }).KcPageStory;
const Passkey = createKcPageStory({ pageId: "webauthn-authenticate.ftl" }).KcPageStory;
const PasskeyError = createKcPageStory({ pageId: "webauthn-error.ftl" }).KcPageStory;
const Ways = createKcPageStory({ pageId: "select-authenticator.ftl" }).KcPageStory;
const Delete = createKcPageStory({ pageId: "delete-credential.ftl" }).KcPageStory;
const Login = createKcPageStory({ pageId: "login.ftl" }).KcPageStory;

const secondFactorPages = [
  "login-otp.ftl",
  "login-recovery-authn-code-input.ftl",
  "webauthn-authenticate.ftl",
  "select-authenticator.ftl",
];

test.each(secondFactorPages)("%s is not even sent who is signing in", (pageId) => {
  const { markup, context } = drawPage(pageId);
  expect(`${markup}${context}`).not.toMatch(/attemptedUsername|\buser\b|email/i);
});

describe("a code of an app", () => {
  const otp = (story: { args?: object }) => renderToStaticMarkup(<Otp {...story.args} />);

  test("is a number that a phone may fill in", () => {
    const input = /<input[^>]* name="otp"[^>]*>/.exec(otp(otpStories.OneDevice))?.[0];
    expect(input).toContain('inputMode="numeric"');
    expect(input).toContain('autoComplete="one-time-code"');
  });

  test("comes from one of several devices, the one chosen before or the first", () => {
    expect(fields(otp(otpStories.OneDevice))).toEqual(["otp"]);
    const page = otp(otpStories.SeveralDevices);
    expect(sent(page).slice(0, 3)).toEqual([
      "selectedCredentialId=phone",
      "selectedCredentialId=tablet",
      "selectedCredentialId=old",
    ]);
    const chosen = [...page.matchAll(/<input type="radio"[^>]*checked[^>]*>/g)];
    expect(chosen.map(([tag]) => tag).join()).toMatch(/^<[^>]*value="tablet"[^>]*>$/);
    expect(words(page)).toContain("Appareil sans nom");
  });

  test("can be spared a device for some days where the realm says so, if the person wants it", () => {
    expect(fields(otp(otpStories.OneDevice))).not.toContain("rememberDevice");
    const page = otp(otpStories.MayBeRemembered);
    expect(words(page)).toContain("Ne plus demander de code sur cet appareil pendant 30 jours");
    expect(/<input[^>]*name="rememberDevice"[^>]*>/.exec(page)?.[0]).not.toContain("checked");
  });

  test("leads to another way where there is one, and else to the school", () => {
    const [without, with_] = [otp(otpStories.OneDevice), otp(otpStories.WithRecoveryCodes)];
    expect(without).toContain("Adressez-vous à votre établissement scolaire.");
    expect(without).not.toContain("tryAnotherWay");
    expect(with_).not.toContain("établissement scolaire");
    expect(sent(with_)).toContain("tryAnotherWay=on");
  });

  test("of a locked account is refused in the words of a wrong one", () => {
    expect(otp(otpStories.LockedOut)).toBe(otp(otpStories.WrongCode));
  });
});

describe("an app that is set up", () => {
  const setup = (story: { args?: object }) => renderToStaticMarkup(<Setup {...story.args} />);

  test("is given the key as a picture and in groups of four, on the same page", () => {
    const page = setup(setupStories.FirstDevice);
    expect(page).toContain('src="data:image/png;base64,iVBOR');
    expect(words(page)).toContain("KVVF G2BY N4YX S6LB IUYT K2LH IFYE 4SBV");
    expect(words(page)).toContain("Google Authenticator");
  });

  test("is confirmed by its first code", () => {
    expect(sent(setup(setupStories.FirstDevice))).toEqual([
      "totpSecret=G4nsI8lQagRMUchH8jEG",
      "totp=",
      "userLabel=",
      "logout-sessions=",
      "cancel-aia=true",
    ]);
  });

  test("needs a name only beside another", () => {
    const name = (page: string) => /<input[^>]* name="userLabel"[^>]*>/.exec(page)?.[0];
    expect(name(setup(setupStories.FirstDevice))).not.toContain("required");
    expect(name(setup(setupStories.AnotherDevice))).toContain("required");
  });

  test("can be left for later unless it is due, and then a reason is given", () => {
    const due = setup(setupStories.Due);
    expect(due).not.toContain("cancel-aia");
    expect(words(due)[0]).toMatch(/^Votre compte demande une double authentification/);
    expect(words(setup(setupStories.FirstDevice)).join()).not.toContain("Votre compte demande");
  });

  test("may want to know how codes are made", () => {
    expect(words(setup(setupStories.FirstDevice)).join("|")).toContain(
      "Type|Basé sur l'heure|Algorithme|SHA1|Chiffres|6|Intervalle en secondes|30",
    );
    expect(words(setup(setupStories.CountedCodes)).join("|")).toContain(
      "Type|Basé sur un compteur|Algorithme|SHA1|Chiffres|8|Compteur|0",
    );
  });
});

describe("recovery codes", () => {
  const codes = (story: { args?: object }) => renderToStaticMarkup(<Codes {...story.args} />);

  test("are shown in groups, and sent as Keycloak made them", () => {
    const page = codes(codesStories.AfterAnApp);
    expect(words(page)).toContain("K7QX-2MPA-9RTB");
    expect(sent(page)).toEqual([
      expect.stringMatching(/^generatedRecoveryAuthnCodes=K7QX2MPA9RTB,D4WZ8HVN3CJE,/),
      "generatedAt=1790000000000",
      "userLabel=Codes de récupération",
    ]);
  });

  test("must be said to be kept before anybody goes on, also without JavaScript", () => {
    expect(codes(codesStories.AfterAnApp)).toContain('<input type="checkbox" required=""/>');
  });

  test("are warned of once, not twice", () => {
    expect(codes(codesStories.AfterAnApp).match(/class="notice/g)).toHaveLength(1);
  });
});

describe("a recovery code", () => {
  const code = (story: { args?: object }) => renderToStaticMarkup(<Code {...story.args} />);

  test("is asked for by its number", () => {
    expect(words(code(codeStories.ThirdCode))).toContain("Code de récupération n°\u00a03");
  });

  test("of a locked account is refused in the words of a wrong one", () => {
    expect(code(codeStories.LockedOut)).toBe(code(codeStories.WrongCode));
  });
});

describe("a passkey", () => {
  const made = (story: { args?: object }) => renderToStaticMarkup(<NewPasskey {...story.args} />);
  const asked = (story: { args?: object }) => renderToStaticMarkup(<Passkey {...story.args} />);

  test("has a name before it is made, which the second needs of the person", () => {
    expect(sent(made(newPasskeyStories.FirstPasskey))[0]).toBe(
      "authenticatorLabel=Clé d&#x27;accès",
    );
    expect(sent(made(newPasskeyStories.AnotherPasskey))[0]).toBe("authenticatorLabel=");
  });

  test("is not asked for by a button to which nobody listens yet", () => {
    for (const page of [made(newPasskeyStories.Due), asked(passkeyStories.TwoPasskeys)]) {
      expect(/<button type="submit" class="main-action"[^>]*>/.exec(page)?.[0]).toContain(
        "disabled",
      );
    }
  });

  test("is one of the person's, who reads which there are", () => {
    const page = asked(passkeyStories.TwoPasskeys);
    expect(sent(page).slice(0, 2)).toEqual(["allowedCredential=MzAx", "allowedCredential=MzAy"]);
    expect(words(page)).toContain("Mon téléphone");
    expect(sent(asked(passkeyStories.Anybody)).join()).not.toContain("allowedCredential");
  });

  test("that did not do leads back to try again", () => {
    const page = renderToStaticMarkup(<PasskeyError {...errorStories.NotUsed.args} />);
    expect(sent(page)).toContain("isSetRetry=retry");
  });

  test("is offered on the sign-in page, by a button and in the field, only where it can be used", () => {
    const login = (story: { args?: object }) => renderToStaticMarkup(<Login {...story.args} />);
    const page = login(loginStories.WithPasskeysAlone);
    expect(page).toContain('autoComplete="username webauthn"');
    expect(words(page)).toContain("Ou");
    expect(words(page)).toContain("Se connecter avec une clé d'accès");
    const kcContext = { ...loginStories.WithPasskeysAlone.args?.kcContext, challenge: "" };
    for (const without of [login(loginStories.FirstVisit), login({ args: { kcContext } })]) {
      expect(without).toContain('autoComplete="username"');
      expect(words(without)).not.toContain("Se connecter avec une clé d'accès");
    }
  });
});

test("each way to go on says what it asks for", () => {
  const page = renderToStaticMarkup(<Ways {...waysStories.ThreeWays.args} />);
  expect(sent(page)).toEqual([
    "authenticationExecution=otp",
    "authenticationExecution=recovery",
    "authenticationExecution=passkey",
  ]);
  expect(page).toContain(
    "Code de récupération<span>Entrez un code de la liste que vous avez conservée.</span>",
  );
});

test("what is removed is called as the person calls it, or by its kind", () => {
  const heading = (story: { args?: object }) =>
    /<h1>(.*)<\/h1>/.exec(renderToStaticMarkup(<Delete {...story.args} />))?.[1];
  expect(heading(deleteStories.Named)).toBe("Supprimer <bdi>Mon téléphone</bdi>\u00a0?");
  expect(heading(deleteStories.Unnamed)).toBe("Supprimer <bdi>Codes de récupération</bdi>\u00a0?");
});
