import { authorizationUrl } from "../support/authorization.ts";
import { linkTo } from "../support/microsoft-steps.ts";
import { expect, test } from "../support/microsoft-story.ts";
import {
  accountAtMicrosoft,
  answerOf,
  askForLink,
  askMicrosoft,
  comeByMicrosoft,
  confirmLink,
  isAskedForCode,
  isIn,
  linkMailedTo,
  linksOf,
  microsoft,
  visitorOf,
} from "../support/microsoft-visitor.ts";
import { oneTimeCode, oneTimeCodeCredential } from "../support/one-time-code.ts";
import { newSecret } from "../support/second-factor-visitor.ts";

/*
 * What somebody can try who owns a tenant at Microsoft, and so may give accounts there any address.
 * Rules of the server, so they are shown without a browser.
 */

const password = "une petite phrase facile";
const knownPage = "Ce compte existe déjà";
const mailPage = "Association avec Microsoft";
const unknownPage = "Se connecter avec mon adresse e-mail";

for (const claim of ["mail", "userPrincipalName"] as const) {
  test(`an account of a foreign tenant whose ${claim} is a parent's address never gets in without that mailbox`, async ({
    microsoftPortal: portal,
  }) => {
    const { demo } = portal.schools;
    const parent = await portal.addPerson({
      schools: [demo],
      password,
      firstName: "Véronique",
      lastName: "Lambert",
    });
    const stranger = await accountAtMicrosoft({
      [claim]: parent.email,
      givenName: "Eve",
      surname: "X",
    });

    const visitor = await comeByMicrosoft(portal, demo, stranger);
    const pages = [visitor.html];
    expect(visitor.html).toContain(knownPage);
    const answers: Record<string, string>[] = [
      { submitAction: "updateProfile" },
      { submitAction: "linkAccount", email: stranger.signInName, username: stranger.signInName },
      { method: "continue" },
      { submitAction: "linkAccount" },
      { method: "resend" },
    ];
    for (const answer of answers) {
      await visitor.send(answer);
      pages.push(visitor.html);
    }
    // Nothing of the parent beyond the address, which the stranger knew: no name, no school.
    for (const html of pages) {
      expect(html).not.toMatch(/Véronique|Lambert/);
      expect(html).not.toContain(portal.schools.saintExupery.name);
    }
    await visitor.open(authorizationUrl(portal, demo, { prompt: "none" }));
    expect(visitor.url).toContain("error=login_required");
    expect(await linksOf(portal, parent)).toEqual([]);
    const account = await portal.admin.users.findOne({ id: parent.id });
    expect(account?.emailVerified).toBe(false);

    const own = await visitorOf(portal).open(authorizationUrl(portal, demo));
    await own.send({ username: parent.email, password });
    expect(isIn(own), "the parent's own way in").toBe(true);
  });
}

test("every mail goes to the mailbox the school knows, and to no other", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const stranger = await accountAtMicrosoft({ mail: parent.email.toUpperCase() });
  await askForLink(portal, demo, stranger);
  const [mail] = await portal.mailbox.mailsTo(parent.email);
  expect(mail?.to.map(({ address }) => address)).toEqual([parent.email]);
  expect(await portal.mailbox.mailsTo(stranger.signInName)).toEqual([]);
});

test("an account at Microsoft never becomes two people's, who could not sign in by it any more", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const [parent, other] = [
    await portal.addPerson({ schools: [demo] }),
    await portal.addPerson({ schools: [demo] }),
  ];
  const account = await accountAtMicrosoft({ mail: parent.email });
  const browser = await askForLink(portal, demo, account);
  await microsoft().changePerson(account.id, { mail: other.email });
  const second = await askForLink(portal, demo, account);

  await browser.open(await linkMailedTo(portal, parent));
  expect(isIn(browser)).toBe(true);
  await second.open(await linkMailedTo(portal, other));
  expect(isIn(second)).toBe(false);
  expect(await linksOf(portal, other)).toEqual([]);
  expect(isIn(await comeByMicrosoft(portal, demo, account))).toBe(true);
});

test("an account at Microsoft never becomes two people's while one of them is asked for a code", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const secret = newSecret();
  const credentials = [oneTimeCodeCredential(secret)];
  const parent = await portal.addPerson({ schools: [demo], credentials });
  const other = await portal.addPerson({ schools: [demo] });
  const account = await accountAtMicrosoft({ mail: parent.email });
  const slow = await askForLink(portal, demo, account);
  await microsoft().changePerson(account.id, { mail: other.email });
  const quick = await askForLink(portal, demo, account);

  await slow.open(await linkMailedTo(portal, parent));
  expect(isAskedForCode(slow)).toBe(true);
  await quick.open(await linkMailedTo(portal, other));
  expect(isIn(quick)).toBe(true);
  await slow.send({ otp: oneTimeCode(secret) });
  expect(isIn(slow)).toBe(false);
  expect(await linksOf(portal, parent)).toEqual([]);
  expect(isIn(await comeByMicrosoft(portal, demo, account))).toBe(true);
});

test("an account at Microsoft never becomes two people's who confirm at the same moment", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const account = await accountAtMicrosoft({});
  const rivals = [];
  for (let count = 0; count < 4; count++) {
    const person = await portal.addPerson({ schools: [demo] });
    await microsoft().changePerson(account.id, { mail: person.email });
    const browser = await askForLink(portal, demo, account);
    rivals.push({ person, browser, link: await linkMailedTo(portal, person) });
  }
  await Promise.all(rivals.map(({ browser, link }) => browser.open(link)));
  expect(rivals.filter(({ browser }) => isIn(browser))).toHaveLength(1);
  const links = await Promise.all(rivals.map(({ person }) => linksOf(portal, person)));
  expect(links.flat()).toHaveLength(1);
  expect(isIn(await comeByMicrosoft(portal, demo, account))).toBe(true);
});

test("an account that claims a parent's address is named as it signs in, in the mail and on its page", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const userPrincipalName = `eve.${crypto.randomUUID()}@stranger.onmicrosoft.com`;
  const stranger = await accountAtMicrosoft({ mail: parent.email, userPrincipalName });
  await askForLink(portal, demo, stranger);
  const mail = await portal.mailbox.waitForMail(parent.email);
  expect(mail.text).toContain(userPrincipalName);
  expect(mail.html).toContain(userPrincipalName);
  const owner = await visitorOf(portal).open(await linkMailedTo(portal, parent));
  expect(owner.html).toContain(userPrincipalName);
});

test("a link that its owner opens elsewhere and does not confirm lets nobody in", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const stranger = await accountAtMicrosoft({ mail: parent.email });
  const attacker = await askForLink(portal, demo, stranger);
  const owner = await visitorOf(portal).open(await linkMailedTo(portal, parent));
  expect(owner.html).toContain("Confirmer");
  await attacker.send({ method: "continue" });
  expect(attacker.html).toContain(mailPage);
  expect(await linksOf(portal, parent)).toEqual([]);
});

test("the mail of one attempt cannot confirm another one's account, even from the same tab", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const [first, second] = [
    await accountAtMicrosoft({ mail: parent.email }),
    await accountAtMicrosoft({ mail: parent.email }),
  ];
  const browser = await askForLink(portal, demo, first);
  const mailed = await linkMailedTo(portal, parent);
  // Starts over in the same tab, and comes back with another account of the same name.
  const restart = new URL(browser.formAddress);
  restart.pathname = restart.pathname.replace(/first-broker-login$/, "restart");
  await browser.open(restart.href);
  await browser.follow(/href="([^"]*\/broker\/microsoft\/login[^"]*)"/);
  await browser.open(await answerOf(browser.url, second));
  await browser.send({ submitAction: "linkAccount" });

  const owner = await visitorOf(portal).open(mailed);
  expect(owner.html).not.toContain("Confirmer");
  await browser.send({ method: "continue" });
  expect(isIn(browser)).toBe(false);
  await browser.open(mailed);
  expect(isIn(browser)).toBe(false);
  expect(await linksOf(portal, parent)).toEqual([]);
});

test("what one proof opened in another browser opens nothing for a second account of that address", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const own = await accountAtMicrosoft({ mail: parent.email });
  const stranger = await accountAtMicrosoft({ mail: parent.email });
  const parentsBrowser = await askForLink(portal, demo, own);
  const phone = await visitorOf(portal).open(await linkMailedTo(portal, parent));
  await confirmLink(phone);

  const attacker = await comeByMicrosoft(portal, demo, stranger);
  expect(attacker.html).toContain(knownPage);
  await attacker.send({ submitAction: "linkAccount" });
  expect(attacker.html).toContain(mailPage);

  await parentsBrowser.send({ method: "continue" });
  expect(isIn(parentsBrowser)).toBe(true);
  expect(await linksOf(portal, parent)).toEqual([own.id]);
});

test("a proof is worth nothing once the school has changed the address", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const browser = await askForLink(portal, demo, await accountAtMicrosoft({ mail: parent.email }));
  const phone = await visitorOf(portal).open(await linkMailedTo(portal, parent));
  await confirmLink(phone);
  const known = await portal.admin.users.findOne({ id: parent.id });
  await portal.admin.users.update({ id: parent.id }, { ...known, email: `new.${parent.email}` });
  await browser.send({ method: "continue" });
  expect(isIn(browser)).toBe(false);
  expect(await linksOf(portal, parent)).toEqual([]);
});

test("a link works once", async ({ microsoftPortal: portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const account = await accountAtMicrosoft({ mail: parent.email });
  const browser = await askForLink(portal, demo, account);
  const mailed = await linkMailedTo(portal, parent);
  await browser.open(mailed);
  expect(isIn(browser)).toBe(true);
  await portal.admin.users.delFromFederatedIdentity({
    id: parent.id,
    federatedIdentityId: "microsoft",
  });

  for (const visitor of [browser, visitorOf(portal)]) {
    await visitor.open(mailed);
    expect(visitor.html).toContain("Ce lien a déjà servi");
  }
  expect(await linksOf(portal, parent)).toEqual([]);
});

test("an altered link is refused", async ({ microsoftPortal: portal }) => {
  const { demo } = portal.schools;
  const [parent, neighbour] = [
    await portal.addPerson({ schools: [demo] }),
    await portal.addPerson({ schools: [demo] }),
  ];
  const account = await accountAtMicrosoft({ mail: parent.email });
  const browser = await askForLink(portal, demo, account);
  const mailed = new URL(await linkMailedTo(portal, parent));
  const [header, payload = "", signature] = (mailed.searchParams.get("key") ?? "").split(".");
  const said = JSON.parse(Buffer.from(payload, "base64url").toString());
  const altered = { ...said, sub: neighbour.id, eml: neighbour.email };
  const key = [header, Buffer.from(JSON.stringify(altered)).toString("base64url"), signature];
  mailed.searchParams.set("key", key.join("."));
  await browser.open(mailed.href);
  expect(isIn(browser)).toBe(false);
  expect(await linksOf(portal, neighbour)).toEqual([]);
  expect(await linksOf(portal, parent)).toEqual([]);
});

test("an expired link is refused, and says what to do", async ({ microsoftPortal: portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const account = await accountAtMicrosoft({ mail: parent.email });
  const { realm, admin } = portal;
  // Links that have expired when they are made.
  const lifespan = { "actionTokenGeneratedByUserLifespan.school-link": "-60" };
  const attributes = (await admin.realms.findOne({ realm }))?.attributes;
  await admin.realms.update({ realm }, { attributes: { ...attributes, ...lifespan } });
  try {
    const browser = await askForLink(portal, demo, account);
    const mailed = await linkMailedTo(portal, parent);
    await browser.open(mailed);
    expect(browser.html).toContain("expiré");
    const elsewhere = await visitorOf(portal).open(mailed);
    expect(elsewhere.html).not.toContain("Confirmer");
    expect(elsewhere.html).toContain("expiré");
    expect(await linksOf(portal, parent)).toEqual([]);
  } finally {
    await admin.realms.update({ realm }, { attributes });
  }
});

test("a stolen state is worth nothing in another browser", async ({ microsoftPortal: portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const stranger = await accountAtMicrosoft({ mail: parent.email });
  const victim = await askMicrosoft(portal, demo);
  const attacker = await askMicrosoft(portal, demo);
  // The attacker's code with the victim's state, in the victim's browser and in the attacker's.
  const code = new URL(await answerOf(attacker.url, stranger)).searchParams.get("code");
  const answer = new URL(await answerOf(victim.url, stranger));
  answer.searchParams.set("code", code ?? "");
  await attacker.open(answer.href);
  expect(attacker.html).not.toContain(knownPage);
  expect(isIn(attacker)).toBe(false);
});

test("a broker response replayed in another browser, or again in the same, opens nothing", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const account = await accountAtMicrosoft({ mail: parent.email });
  await linkTo(portal, parent, account);
  const parentsBrowser = await askMicrosoft(portal, demo);
  const answer = await answerOf(parentsBrowser.url, account);

  const thief = await visitorOf(portal).open(answer);
  expect(isIn(thief)).toBe(false);
  const thiefWithSignIn = await askMicrosoft(portal, demo);
  await thiefWithSignIn.open(answer);
  expect(isIn(thiefWithSignIn)).toBe(false);

  await parentsBrowser.open(answer);
  expect(isIn(parentsBrowser), "and the parent was not stopped by it").toBe(true);
  const later = await visitorOf(portal).open(answer);
  expect(isIn(later)).toBe(false);
});

test("no variant of an address is another person's account", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const katrin = `katrin.${crypto.randomUUID().slice(0, 8)}@example.org`;
  await portal.admin.users.create({ username: katrin, email: katrin, enabled: true });
  const [name = "", domain = ""] = parent.email.split("@");
  const variants = [
    `${name}+school@${domain}`,
    `${name}@${domain}.`,
    `${name}.@${domain}`,
    `.${name}@${domain}`,
    `${name.replace(".", "")}@${domain}`,
    `${name} @${domain}`,
    `"${name}"@${domain}`,
    `${name}@xn--${domain}`,
    parent.email.replace("a", "а"),
    parent.email.replace("a", "à"),
    parent.email.replace("a", "a\u0301"),
    parent.email.replace("i", "ı"),
    parent.email.replace("c", "ⅽ"),
    parent.email.replace("@", "＠"),
    `${name}@ｅxample.org`,
    `${name}\u200b@${domain}`,
    `${name}\u00ad@${domain}`,
    `${name}\u0000@${domain}`,
    katrin.replace("k", "\u212A"),
    `${parent.email},${katrin}`,
    parent.id,
  ];
  for (const mail of variants) {
    const visitor = await comeByMicrosoft(portal, demo, await accountAtMicrosoft({ mail }));
    expect(visitor.html, JSON.stringify(mail)).toContain(unknownPage);
    expect(visitor.html).not.toContain(knownPage);
  }
});

test("the case of plain letters, and space around it, make no other address", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const { email } = await portal.addPerson({ schools: [demo] });
  for (const mail of [email.toUpperCase(), ` ${email}`, `${email} `]) {
    const visitor = await comeByMicrosoft(portal, demo, await accountAtMicrosoft({ mail }));
    expect(visitor.html, JSON.stringify(mail)).toContain(knownPage);
  }
});

test("a user name that is no address opens nothing", async ({ microsoftPortal: portal }) => {
  const { demo } = portal.schools;
  // Whoever has no address has a random user name; Microsoft's account is called so.
  const nobody = await portal.addPerson({ schools: [demo], hasAddress: false });
  const { username = "" } = (await portal.admin.users.findOne({ id: nobody.id })) ?? {};
  for (const account of [{ mail: username }, { id: username }, { userPrincipalName: username }]) {
    const visitor = await comeByMicrosoft(portal, demo, await accountAtMicrosoft(account));
    expect(visitor.html).toContain(unknownPage);
  }
});

test("an address that moves to another person at Microsoft never opens the first person's account", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const [parent, neighbour] = [
    await portal.addPerson({ schools: [demo] }),
    await portal.addPerson({ schools: [demo] }),
  ];
  const account = await accountAtMicrosoft({ mail: parent.email });
  const browser = await askForLink(portal, demo, account);
  await browser.open(await linkMailedTo(portal, parent));
  expect(isIn(browser)).toBe(true);

  await microsoft().changePerson(account.id, { mail: neighbour.email });
  const heir = await accountAtMicrosoft({ mail: parent.email });
  const heirsBrowser = await comeByMicrosoft(portal, demo, heir);
  expect(isIn(heirsBrowser)).toBe(false);
  expect(heirsBrowser.html).toContain(knownPage);

  const visitor = await comeByMicrosoft(portal, demo, account);
  expect(isIn(visitor), "its own account, whatever it is called now").toBe(true);
  expect(await linksOf(portal, parent)).toEqual([account.id]);
  expect(await linksOf(portal, neighbour)).toEqual([]);
  const [session] = await portal.admin.users.listSessions({ id: neighbour.id });
  expect(session).toBeUndefined();
});

test("a mailbox alone links nothing to an account with a second factor", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const credentials = [oneTimeCodeCredential("JBSWY3DPEHPK3PXP")];
  const parent = await portal.addPerson({ schools: [demo], credentials });
  const account = await accountAtMicrosoft({ mail: parent.email });
  const browser = await askForLink(portal, demo, account);
  await browser.open(await linkMailedTo(portal, parent));
  expect(isAskedForCode(browser)).toBe(true);
  const form = browser.formAddress;
  for (const step of ["after-first-broker-login", "after-post-broker-login"]) {
    const address = new URL(form);
    address.pathname = address.pathname.replace(/login-actions.*/, `broker/${step}`);
    await browser.open(address.href);
    expect(isIn(browser)).toBe(false);
  }
  expect(await linksOf(portal, parent)).toEqual([]);
});

test("one's own second factor does not stand in for another person's", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const [secret, otherSecret] = ["JBSWY3DPEHPK3PXP", "GEZDGNBVGY3TQOJQ"];
  const attacker = await portal.addPerson({
    schools: [demo],
    credentials: [oneTimeCodeCredential(secret)],
  });
  const victim = await portal.addPerson({
    schools: [demo],
    credentials: [oneTimeCodeCredential(otherSecret)],
  });
  // The attacker has the victim's Microsoft account, but not the victim's phone.
  const [own, stolen] = [
    await accountAtMicrosoft({ mail: attacker.email }),
    await accountAtMicrosoft({ mail: victim.email }),
  ];
  for (const [person, account] of [
    [attacker, own],
    [victim, stolen],
  ] as const) {
    await linkTo(portal, person, account);
  }
  const visitor = await comeByMicrosoft(portal, demo, own);
  expect(isAskedForCode(visitor)).toBe(true);
  const asked = visitor.formAddress;
  // Stops where the portal would go on, and begins again with the other account in the same tab.
  const led = (await visitor.openWithoutFollowing(asked, { otp: oneTimeCode(secret) })) ?? "";
  expect(led).toContain("/broker/after-post-broker-login");
  const door = new URL(led);
  door.pathname = door.pathname.replace("after-post-broker-login", "microsoft/login");
  await visitor.open(door.href);
  expect(visitor.url).toContain("https://login.microsoftonline.com/");
  await visitor.open(await answerOf(visitor.url, stolen));
  expect(isIn(visitor)).toBe(false);
  // Neither by the last step alone, with whichever code the page has.
  const finish = new URL(visitor.formAddress);
  finish.pathname = finish.pathname.replace(/login-actions.*/, "broker/after-post-broker-login");
  await visitor.open(finish.href);
  expect(isIn(visitor)).toBe(false);
  expect(await portal.admin.users.listSessions({ id: victim.id })).toEqual([]);
});

test("a link that is taken away in the middle of a sign-in opens nothing", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const secret = "JBSWY3DPEHPK3PXP";
  const credentials = [oneTimeCodeCredential(secret)];
  const parent = await portal.addPerson({ schools: [demo], credentials });
  const account = await accountAtMicrosoft({ mail: parent.email });
  const link = { id: parent.id, federatedIdentityId: "microsoft" };
  await portal.admin.users.addToFederatedIdentity({
    ...link,
    federatedIdentity: {
      identityProvider: "microsoft",
      userId: account.id,
      userName: parent.email,
    },
  });
  const visitor = await comeByMicrosoft(portal, demo, account);
  expect(isAskedForCode(visitor)).toBe(true);
  await portal.admin.users.delFromFederatedIdentity(link);
  await visitor.send({ otp: oneTimeCode(secret) });
  expect(isIn(visitor)).toBe(false);
  expect(await portal.admin.users.listSessions({ id: parent.id })).toEqual([]);
});

test("a stranger cannot fill a mailbox, nor keep its owner from linking", async ({
  microsoftPortal: portal,
}) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const stranger = await accountAtMicrosoft({ mail: parent.email });
  const attacker = await askForLink(portal, demo, stranger);
  for (let again = 0; again < 6; again++) await attacker.send({ method: "resend" });
  const drawn = ({ html }: { html: string }) => html.slice(html.indexOf("<body"));
  expect(drawn(attacker)).toContain("vous a été envoyé");
  const again = await askForLink(portal, demo, stranger);
  expect(drawn(again), "no mail of this attempt has left").not.toContain("vous a été envoyé");
  expect(await portal.mailbox.mailsTo(parent.email)).toHaveLength(5);

  const own = await askForLink(portal, demo, await accountAtMicrosoft({ mail: parent.email }));
  await own.open(await linkMailedTo(portal, parent, 5));
  expect(isIn(own)).toBe(true);
});

test("mails that no server took are not counted as sent", async ({ microsoftPortal: portal }) => {
  const { demo } = portal.schools;
  const parent = await portal.addPerson({ schools: [demo] });
  const account = await accountAtMicrosoft({ mail: parent.email });
  const { realm, admin } = portal;
  const smtpServer = (await admin.realms.findOne({ realm }))?.smtpServer;
  await admin.realms.update({ realm }, { smtpServer: { ...smtpServer, port: "1" } });
  try {
    for (let again = 0; again < 6; again++) {
      const visitor = await askForLink(portal, demo, account);
      expect(visitor.html).not.toContain(mailPage);
    }
  } finally {
    await admin.realms.update({ realm }, { smtpServer });
  }
  const browser = await askForLink(portal, demo, account);
  await browser.open(await linkMailedTo(portal, parent));
  expect(isIn(browser)).toBe(true);
});
