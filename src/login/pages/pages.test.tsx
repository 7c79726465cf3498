import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { createKcPageStory, type PageStoryProps } from "../KcPageStory.tsx";
import * as infoStories from "./Info.stories.tsx";
import * as loginStories from "./Login.stories.tsx";
import * as updatePasswordStories from "./LoginUpdatePassword.stories.tsx";
import * as logoutConfirmStories from "./LogoutConfirm.stories.tsx";

// The server puts the messages there; a story brings its own.
vi.stubGlobal("window", {});

const Login = createKcPageStory({ pageId: "login.ftl" }).KcPageStory;
const Info = createKcPageStory({ pageId: "info.ftl" }).KcPageStory;
const LogoutConfirm = createKcPageStory({ pageId: "logout-confirm.ftl" }).KcPageStory;
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

/** Names of what a form sends, in order. */
function fields(markup: string): string[] {
  return [...markup.matchAll(/<input[^>]* name="([^"]+)"/g)].map(([, name]) => name as string);
}
