import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type { Browser } from "@playwright/test";
import { applyConfig } from "../../scripts/keycloak/apply.ts";
import type { Connection } from "../../scripts/keycloak/connection.ts";
import {
  type ReplacedAt,
  replacedFlows,
  replacedFlowsAttribute,
} from "../../scripts/plan/replaced-flows.ts";
import { desiredRealm } from "../../scripts/realm/desired.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { linkIn } from "../pages/mails.ts";
import { SchoolPage } from "../pages/school-page.ts";
import { SecondFactorPage } from "../pages/second-factor-pages.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import type { Person, Portal } from "../support/portal.ts";
import { sharedServers } from "../support/servers.ts";
import { expect, test } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";
import { type Answers, answerAll, type Shown } from "./answering.ts";
import { Crowd } from "./crowd.ts";
import {
  asDeclared,
  configuredOtherwise,
  passkeysFirst,
  type Variant,
  withoutRecoveryCodes,
} from "./variants.ts";

const password = "une petite phrase facile";
/** As a person copies it by hand. */
const otpSecret = "MEQHGZLDOJSXIIDPMYQGC3RAMFYHA";

/** Makes a portal's realm as one variant says. @returns what was done */
async function apply(portal: Portal, variant: Variant): Promise<readonly string[]> {
  const { keycloak } = sharedServers();
  const connection: Connection = {
    url: keycloak.url,
    adminRealm: "master",
    credentials: keycloak.admin,
  };
  const desired = variant(desiredRealm(portal.config, portal.realm));
  return (await applyConfig(desired, connection, silentTeller)).changes;
}

/** Somebody with an authenticator application. */
function carefulPerson(portal: Portal): Promise<Person> {
  return portal.addPerson({
    schools: [portal.schools.demo, portal.schools.saintExupery],
    password,
    firstName: "Prudence",
    credentials: [oneTimeCodeCredential(otpSecret)],
  });
}

/** How many failed sign-ins Keycloak counts against somebody since the last one that ended well. */
async function failuresOf({ admin }: Portal, email: string): Promise<number> {
  const [person] = await admin.users.find({ email, exact: true });
  const { numFailures } = (await admin.attackDetection.findOne({ id: person?.id ?? "" })) ?? {};
  return numFailures;
}

/** Everything that Keycloak counts against somebody. */
async function mistakes({ admin, realm }: Portal): Promise<string[]> {
  const events = await admin.realms.findEvents({ realm, max: 100_000 });
  const people = await admin.users.find({ max: 100_000 });
  const counted = await Promise.all(
    people.map(async ({ id = "", username }) => {
      const { numFailures } = (await admin.attackDetection.findOne({ id })) ?? {};
      return numFailures === 0 ? [] : [`${numFailures} failures of ${username}`];
    }),
  );
  return [
    ...events.filter(({ error }) => error).map(({ type, error }) => `${type} ${error}`),
    ...counted.flat(),
  ];
}

/** Flows that were replaced some changes ago are as old as if hours had passed since. */
async function age(admin: KeycloakAdminClient, recent: number): Promise<void> {
  const { realmName: realm } = admin;
  const settings = await admin.realms.findOne({ realm });
  const newestFirst = Object.entries(replacedFlows(settings ?? {})).sort(([, a], [, b]) =>
    b.localeCompare(a),
  );
  const aged: ReplacedAt = Object.fromEntries(
    newestFirst.map(([alias, at], index) => [
      alias,
      index < recent ? at : "2020-01-01T00:00:00.000Z",
    ]),
  );
  const attributes = { ...settings?.attributes, [replacedFlowsAttribute]: JSON.stringify(aged) };
  await admin.realms.update({ realm }, { attributes });
}

test("people sign in all the time while the flows are changed twenty times", async ({
  browser,
  portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  // The real browsers see our pages; the others only read, and our pages are drawn by a script.
  const [client] = await portal.admin.clients.find({ clientId: saintExupery.clientId });
  await portal.admin.clients.update(
    { id: client?.id ?? "" },
    { ...client, attributes: { ...client?.attributes, login_theme: "keycloak.v2" } },
  );
  const isThere = ({ url }: Visitor) => url.startsWith(`${saintExupery.app.url}/callback`);
  const shownAgain: Record<string, number> = {};
  const note = (shown: Shown) => {
    for (const [form, count = 0] of Object.entries(shown)) {
      shownAgain[form] = (shownAgain[form] ?? 0) + count - 1;
    }
  };
  const open = () => new Visitor(saintExupery.app.url).open(authorizationUrl(portal, saintExupery));
  const answerForms = async (
    visitor: Visitor,
    { beforeSending, ...answers }: Answers,
    isDone: (visitor: Visitor) => boolean,
  ) =>
    note(
      await answerAll(
        visitor,
        {
          ...answers,
          async beforeSending(form, count) {
            if (count === 1) return beforeSending?.(form, count);
            // A sign-in that ends well would clear the count.
            expect(await failuresOf(portal, answers.email), `${form} shown again`).toBe(0);
          },
        },
        isDone,
      ),
    );
  const signIn = async (answers: Answers) => {
    const visitor = await open();
    await answerForms(visitor, answers, isThere);
    expect(new URL(visitor.url).searchParams.get("code"), visitor.url).not.toBeNull();
  };
  const parentOf = async (school = saintExupery) => {
    const { email } = await portal.addPerson({ schools: [school], password });
    return { email, password };
  };

  await using crowd = new Crowd();
  for (const name of ["quick 1", "quick 2", "quick 3", "quick 4"]) {
    const parent = await parentOf();
    crowd.join(name, () => signIn(parent));
  }
  for (const name of ["slow 1", "slow 2"]) {
    const parent = await parentOf();
    crowd.join(name, (nextChange) => signIn({ ...parent, beforeSending: nextChange }));
  }
  crowd.join("with a second factor", async () => {
    const { email } = await carefulPerson(portal);
    await signIn({ email, password, otpSecret });
  });
  crowd.join("looking for the telephone", async (nextChange) => {
    const { email } = await carefulPerson(portal);
    const beforeSending = async (form: string) => {
      if (form === "one-time code") await nextChange();
    };
    await signIn({ email, password, otpSecret, beforeSending });
  });
  crowd.join("with a forgotten password", async (nextChange) => {
    // Somebody else each time: nobody is sent more than a few such mails.
    const forgetful = await parentOf();
    const visitor = await open();
    await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
    const isSent = ({ fields }: Visitor) => fields.includes("password");
    await answerForms(visitor, { ...forgetful, beforeSending: nextChange }, isSent);
    await nextChange();
    await visitor.open(linkIn(await portal.mailbox.waitForMail(forgetful.email)));
    await answerForms(visitor, forgetful, isThere);
  });
  for (const name of ["browser 1", "browser 2"]) {
    const parent = await parentOf(demo);
    crowd.join(name, () => signInByHand(browser, portal, parent));
  }

  const variants = [withoutRecoveryCodes, passkeysFirst, asDeclared];
  const startedAt = performance.now();
  let rebuilt = 0;
  let inPlace = 0;
  let removed = 0;
  for (let change = 0; change < 20; change++) {
    const variant = variants[change % variants.length] ?? asDeclared;
    // In between, what can be set in place is set in place.
    for (const next of change % 4 === 3 ? [configuredOtherwise, variant] : [variant]) {
      const lines = await apply(portal, (desired) => next(variant(desired)));
      rebuilt += lines.filter((line) => line.endsWith("made and bound")).length;
      inPlace += lines.filter((line) => line.includes(".config.")).length;
      removed += lines.filter((line) => line.endsWith("removed")).length;
      await crowd.changed();
    }
    // Nobody needs so long for a sign-in.
    await age(portal.admin, 3 * 6);
  }
  const through = await crowd.end();

  expect(await mistakes(portal)).toEqual([]);
  const seconds = (performance.now() - startedAt) / 1000;
  const total = [...through.values()].reduce((sum, count) => sum + count, 0);
  const again = Object.entries(shownAgain).map(([form, count]) => `${form} ${count}`);
  const each = [...through].map(([name, count]) => `${name}: ${count}`);
  process.stdout.write(
    `${total} sign-ins in ${seconds.toFixed(0)} s while ${rebuilt} flows were replaced, ${inPlace} set in place and ${removed} removed; shown once more: ${again.join(", ")}\n${each.join(", ")}\n`,
  );
  expect(rebuilt).toBeGreaterThanOrEqual(2 * 20);
  expect(inPlace).toBeGreaterThan(0);
  expect(removed).toBeGreaterThan(0);
  expect([...through.values()].every((count) => count > 0)).toBe(true);
});

/** Signs in with a real browser of one's own; the form may be shown once more. */
async function signInByHand(browser: Browser, portal: Portal, parent: Person): Promise<void> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const application = new SchoolPage(page, portal.schools.demo);
    const form = new SignInPage(page);
    const there = application.signedInAs(parent.email);
    await application.askToSignIn();
    await form.signIn(parent);
    const restart = page.locator(".known-user");
    await expect(there.or(restart).first()).toBeVisible();
    if (await restart.isVisible()) {
      await form.password.fill(parent.password ?? "");
      await form.submit.click();
    }
    await expect(application.signOutButton).toBeVisible();
    await expect(there).toBeVisible();
  } finally {
    await context.close();
  }
}

test("a form that was open during the change is shown once more, with the person's address", async ({
  page,
  portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo], password });
  await apply(portal, asDeclared);
  const application = new SchoolPage(page, demo);
  await application.askToSignIn();
  const form = new SignInPage(page);
  await form.fillIn(parent.email, password);
  await apply(portal, withoutRecoveryCodes);
  await form.submit.click();

  await expect(page.locator(".known-user")).toContainText(parent.email);
  await expect(form.email).toBeHidden();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await failuresOf(portal, parent.email)).toBe(0);
  await form.password.fill(password);
  await form.submit.click();
  await expect(application.signedInAs(parent.email)).toBeVisible();
  expect(await mistakes(portal)).toEqual([]);
});

test("whoever is asked for the second factor once more gives the next code", async ({
  page,
  portal,
}) => {
  const parent = await carefulPerson(portal);
  await apply(portal, asDeclared);
  const application = new SchoolPage(page, portal.schools.demo);
  await application.askToSignIn();
  const form = new SignInPage(page);
  await form.signIn(parent);
  const factor = new SecondFactorPage(page);
  await factor.code.waitFor();
  await apply(portal, withoutRecoveryCodes);
  await factor.answer(oneTimeCode(otpSecret));

  await form.password.fill(password);
  expect(await failuresOf(portal, parent.email)).toBe(0);
  await form.submit.click();
  await factor.answer(oneTimeCode(otpSecret, 1));
  await expect(application.signedInAs(parent.email)).toBeVisible();
  expect(await mistakes(portal)).toEqual([]);
});
