import type { Page } from "@playwright/test";
import { PasskeyPage, PasskeySetupPage, SecondFactorPage } from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { isIn, visitorOf } from "../support/microsoft-visitor.ts";
import { oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { KnownPerson, Portal } from "../support/portal.ts";
import { newSecret, password } from "../support/second-factor-visitor.ts";
import { expect, test } from "../support/story.ts";
import { VirtualAuthenticator } from "../support/virtual-authenticator.ts";

/* Signing in with a fingerprint or a face, and the same beside a password. */

async function arrived(page: Page, portal: Portal): Promise<void> {
  await page.waitForURL(`${portal.schools.demo.app.url}/callback?**`);
}

async function openSignIn(page: Page, portal: Portal): Promise<void> {
  await page.context().clearCookies();
  await page.goto(authorizationUrl(portal, portal.schools.demo));
}

/** Makes a parent whose browser has a passkey of the kind that an action sets up. */
async function parentWithPasskey(page: Page, portal: Portal, action: string): Promise<KnownPerson> {
  const parent = await portal.addPerson({
    schools: [portal.schools.demo],
    password,
    requiredActions: [action],
  });
  await openSignIn(page, portal);
  await new SignInPage(page).signIn(parent);
  await new PasskeySetupPage(page).make("Mon téléphone");
  await arrived(page, portal);
  return parent;
}

test("a parent signs in with a passkey, from the list in the address field and by the button, and is asked for no code", async ({
  page,
  portal,
}) => {
  const device = await VirtualAuthenticator.on(page);
  const parent = await parentWithPasskey(page, portal, "webauthn-register-passwordless");
  expect(await device.passkeys()).toMatchObject([{ isResidentCredential: true }]);
  const credentials = [oneTimeCodeCredential(newSecret())];
  const user = await portal.admin.users.findOne({ id: parent.id });
  await portal.admin.users.update({ id: parent.id }, { ...user, credentials });

  // The browser lists it in the field, and somebody takes it: nothing else is pressed.
  await openSignIn(page, portal);
  await arrived(page, portal);

  await page.addInitScript(() => {
    // An older browser, which lists none.
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await openSignIn(page, portal);
  await new PasskeyPage(page).submit.click();
  await arrived(page, portal);
  const sessions = await portal.admin.users.listSessions({ id: parent.id });
  expect(sessions).toHaveLength(3);

  await openSignIn(page, portal);
  await new SignInPage(page).signIn(parent);
  await expect(new SecondFactorPage(page).code, "after the password it is asked for").toBeVisible();
});

test("a passkey beside the password is asked for after it", async ({ page, portal }) => {
  await VirtualAuthenticator.on(page);
  const parent = await parentWithPasskey(page, portal, "webauthn-register");
  await openSignIn(page, portal);
  await new SignInPage(page).signIn(parent);
  await new PasskeyPage(page).submit.click();
  await arrived(page, portal);
});

test("a passkey that is sent beside a name tells nobody whether there is such a person, nor makes them the person of the sign-in", async ({
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  const answers = await Promise.all(
    [parent.email, "personne@example.org"].map(async (username) => {
      const visitor = await visitorOf(portal).open(authorizationUrl(portal, demo));
      const nothing = {
        clientDataJSON: "",
        authenticatorData: "",
        signature: "",
        credentialId: "",
      };
      await visitor.send({ username, ...nothing, userHandle: "", error: "NotAllowedError" });
      expect(isIn(visitor)).toBe(false);
      expect(visitor.fields).toContain("username");
      expect(visitor.html).not.toContain(username);
      // But for what is another in each sign-in.
      const drawn = visitor.html.slice(visitor.html.indexOf("<body"));
      return drawn.replaceAll(/[\w+/-]{11,}/g, "");
    }),
  );
  expect(answers[0]).toBe(answers[1]);
});
