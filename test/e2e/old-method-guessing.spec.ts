import type { PortalConfig } from "../../scripts/config/schema.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { parentWithOldName } from "../support/legacy-account.ts";
import { openLegacyPortal, type Portal, type School } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";

/*
 * What somebody can try who guesses old passwords, or comes after the last day. Rules of the server,
 * so they are shown without a browser.
 */

const oldPassword = "ancien mot de passe";

/** Both schools have the old method, and three failures lock an account. */
function strict(config: PortalConfig): PortalConfig {
  return {
    ...config,
    schools: config.schools.map((school) => ({ ...school, legacy: undefined })),
    bruteForce: { ...config.bruteForce, failures: 3 },
  };
}

/**
 * A portal in which failures are counted as they come: these guessers are machines, and Keycloak
 * would stop them for their speed alone.
 */
async function strictPortal(): Promise<Portal> {
  const portal = await openLegacyPortal(strict);
  await portal.admin.realms.update({ realm: portal.realm }, { quickLoginCheckMilliSeconds: 0 });
  return portal;
}

async function attempt(
  portal: Portal,
  school: School,
  username: string,
  password: string,
): Promise<Visitor> {
  const visitor = await new Visitor(school.app.url).open(authorizationUrl(portal, school));
  return visitor.send({ method: "legacy", username, password });
}

function failures(portal: Portal, id: string): Promise<number> {
  return portal.admin.attackDetection
    .findOne({ id })
    .then((status) => Number((status as { numFailures?: number } | undefined)?.numFailures ?? 0));
}

const isIn = (visitor: Visitor) => new URL(visitor.url).searchParams.has("code");

test("a guesser of old passwords is stopped like one of passwords, and the right one tells nothing", async () => {
  await using portal = await strictPortal();
  const { demo } = portal.schools;
  const username = "duboisc";
  const { id } = await portal.addPerson({
    schools: [demo],
    password: "une petite phrase facile",
    legacy: [{ school: demo, username, password: oldPassword }],
  });
  const refusals: string[] = [];
  for (let failed = 1; failed <= 3; failed++) {
    refusals.push(message(await attempt(portal, demo, username, "pas celui-là")));
    // Keycloak counts after it has answered.
    await expect.poll(() => failures(portal, id)).toBe(failed);
  }
  const right = await attempt(portal, demo, username, oldPassword);
  expect(isIn(right)).toBe(false);
  expect(message(right)).toBe(refusals[0]);
  expect(right.html).not.toContain("@example.org");
});

test("guessing through several schools' pages does not multiply the tries at one account", async () => {
  await using portal = await strictPortal();
  const { demo, saintExupery } = portal.schools;
  const { id } = await portal.addPerson({
    schools: [demo, saintExupery],
    legacy: [
      { school: demo, username: "duboisc", password: oldPassword },
      { school: saintExupery, username: "claire.d", password: "autre ancien" },
    ],
  });
  await attempt(portal, demo, "duboisc", "pas celui-là");
  await expect.poll(() => failures(portal, id)).toBe(1);
  await attempt(portal, saintExupery, "claire.d", "pas celui-là");
  await expect.poll(() => failures(portal, id)).toBe(2);
  await attempt(portal, demo, "duboisc", "ni celui-là");
  await expect.poll(() => failures(portal, id)).toBe(3);
  expect(isIn(await attempt(portal, saintExupery, "claire.d", "autre ancien"))).toBe(false);
});

test("failures count for whom the old name belongs to, never for an account that is called the same", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const bystander = await portal.addPerson({ schools: [demo] });
  const { id } = await portal.addPerson({
    schools: [demo],
    legacy: [{ school: demo, username: bystander.email, password: oldPassword }],
  });
  const visitor = await attempt(portal, demo, bystander.email, "pas celui-là");
  await expect.poll(() => failures(portal, id)).toBe(1);
  expect(await failures(portal, bystander.id)).toBe(0);
  // Neither when the application hints at the bystander, nor after a try at the portal.
  await visitor.open(authorizationUrl(portal, demo, { login_hint: bystander.email }));
  await visitor.send({ method: "legacy", username: "nobody", password: "pas celui-là" });
  expect(visitor.html, "the page after a refusal").toContain('value="legacy"');
  expect(await failures(portal, bystander.id)).toBe(0);
});

test("an old sign-in that goes well forgets the failures before it, like a password", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const { id } = await portal.addPerson({
    schools: [demo],
    password: "une petite phrase facile",
    legacy: [{ school: demo, username: "forgiven", password: oldPassword }],
  });
  await attempt(portal, demo, "forgiven", "pas celui-là");
  await expect.poll(() => failures(portal, id)).toBe(1);
  expect(isIn(await attempt(portal, demo, "forgiven", oldPassword))).toBe(true);
  await expect.poll(() => failures(portal, id)).toBe(0);
});

test("an old name of one school does not open another, nor somebody the school no longer knows", async () => {
  await using portal = await strictPortal();
  const { demo, saintExupery } = portal.schools;
  await portal.addPerson({
    schools: [saintExupery],
    legacy: [
      { school: demo, username: "duboisc", password: oldPassword },
      { school: saintExupery, username: "claire.d", password: oldPassword },
    ],
  });
  expect(isIn(await attempt(portal, demo, "claire.d", oldPassword))).toBe(false);
  expect(isIn(await attempt(portal, demo, "duboisc", oldPassword))).toBe(false);
});

test("each of two old names at one school has its own password", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const password = "une petite phrase facile";
  await portal.addPerson({
    schools: [demo],
    password,
    legacy: [
      { school: demo, username: "deux.un", password: "le premier" },
      { school: demo, username: "deux.deux", password: "le second" },
    ],
  });
  const first = await attempt(portal, demo, "deux.un", "le premier");
  expect(isIn(first), first.html).toBe(true);
  const second = await attempt(portal, demo, "deux.deux", "le second");
  expect(isIn(second), second.html).toBe(true);
  expect(isIn(await attempt(portal, demo, "deux.un", "le second"))).toBe(false);
});

test("an old name that two accounts have opens neither", async ({ legacyPortal: portal }) => {
  const { demo } = portal.schools;
  for (let person = 0; person < 2; person++) {
    await portal.addPerson({
      schools: [demo],
      legacy: [{ school: demo, username: "jumeaux", password: oldPassword }],
    });
  }
  expect(isIn(await attempt(portal, demo, "jumeaux", oldPassword))).toBe(false);
});

test("refused after the last day: a valid old password sent to the address of a form that was opened before", async () => {
  await using portal = await strictPortal();
  const { demo } = portal.schools;
  await portal.addPerson({
    schools: [demo],
    legacy: [{ school: demo, username: "duboisc", password: oldPassword }],
  });
  const open = async () => new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
  const before = await open();
  const valid = { method: "legacy", username: "duboisc", password: oldPassword };
  const form = before.formAddress;

  await endOldMethod(portal, demo);
  await before.open(form, valid);
  expect(isIn(before)).toBe(false);
  expect(before.html).not.toContain('value="legacy"');

  const after = await open();
  expect(after.html).not.toContain('value="legacy"');
  await after.send(valid);
  expect(isIn(after)).toBe(false);
});

test("what was typed into the old form is not taken for an address on the portal's", async () => {
  await using portal = await strictPortal();
  const { demo } = portal.schools;
  const visitor = await new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
  await endOldMethod(portal, demo);
  await visitor.send({ method: "legacy", username: "an-old-name", password: "a-typed-secret" });
  expect(visitor.fields).toContain("username");
  expect(visitor.html).not.toContain("an-old-name");
  expect(visitor.html).not.toContain("a-typed-secret");
});

/** Yesterday was the last day of the old method. */
async function endOldMethod(portal: Portal, school: School): Promise<void> {
  const [client] = await portal.admin.clients.find({ clientId: school.clientId });
  const yesterday = new Date(Date.now() - 48 * 3600 * 1000).toISOString().slice(0, 10);
  await portal.admin.clients.update(
    { id: client?.id ?? "" },
    { ...client, attributes: { ...client?.attributes, "school.legacy.until": yesterday } },
  );
}

/** What the page after a refusal says. */
function message(visitor: Visitor): string {
  return /role="alert"[^>]*>([^<]*)</.exec(visitor.html)?.[1] ?? "";
}

test("whoever goes from the form for a forgotten password back to the school's page is not told whether the address is known", async ({
  legacyPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const guesser = await parentWithOldName(portal);
  const old = await attempt(portal, demo, guesser.legacy.username, guesser.legacy.password);
  await old.send({ method: "later" });
  expect(isIn(old)).toBe(true);

  /** What comes of it, in a browser with or without an old session of the guesser's own. */
  const answers = async (email: string, isSignedIn: boolean) => {
    const visitor = await new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
    const landing = new URL(visitor.formAddress);
    const open = (path: string) => {
      const { client_id = "", tab_id = "" } = Object.fromEntries(landing.searchParams);
      const query = new URLSearchParams({ client_id, tab_id });
      return visitor.open(`${portal.issuer}/login-actions/${path}?${query}`);
    };
    await open("reset-credentials");
    await visitor.send({ username: email });
    if (isSignedIn) visitor.take("KEYCLOAK_IDENTITY", old);
    await open("authenticate");
    const { fields } = visitor;
    await visitor.send({ method: "legacy", ...guesser.legacy });
    return { fields, next: visitor.fields, isIn: isIn(visitor) };
  };
  for (const isSignedIn of [false, true]) {
    const unknown = await answers("personne@example.org", isSignedIn);
    expect(await answers(parent.email, isSignedIn)).toEqual(unknown);
  }
});
