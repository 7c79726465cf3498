import { linkIn } from "../pages/mails.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { askForReset, openForgotten } from "../support/forgotten-password.ts";
import { isIn, visitorOf } from "../support/microsoft-visitor.ts";
import { type KnownPerson, openPortal, type Portal } from "../support/portal.ts";
import { expect, test } from "../support/story.ts";
import type { Visitor } from "../support/visitor.ts";

/* What a stranger could do with the form for a forgotten password, who knows an address and no more. */

const mostMails = 5;

/** What the page says, without what is another in each sign-in. */
function said({ html }: Visitor): string {
  return html
    .slice(html.indexOf("<body"))
    .replaceAll(/[\w.-]+@example\.org/g, "")
    .replaceAll(/(?:session_code|tab_id|client_data|execution|nonce)=[^"&\\]*/g, "");
}

async function countMails(portal: Portal, { email }: KnownPerson): Promise<number> {
  return (await portal.mailbox.mailsTo(email)).length;
}

test("a stranger cannot fill a mailbox, and learns nothing from trying", async ({ portal }) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  const unknown = said(await askForReset(portal, { ...parent, email: "personne@example.org" }));
  for (let time = 0; time < mostMails + 2; time++) {
    expect(said(await askForReset(portal, parent)), `answer ${time + 1}`).toBe(unknown);
  }
  expect(await countMails(portal, parent)).toBe(mostMails);

  const other = await portal.addPerson({ schools: [portal.schools.demo] });
  await askForReset(portal, other);
  expect(await countMails(portal, other), "nobody else's mails are counted").toBe(1);
});

test("a stranger cannot fill a mailbox by loading one address again and again", async ({
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  const visitor = await openForgotten(portal);
  const address = visitor.url;
  await visitor.send({ username: parent.email });
  for (let time = 0; time < mostMails + 2; time++) await visitor.open(address);
  expect(await countMails(portal, parent)).toBeLessThanOrEqual(mostMails);
});

test("a stranger cannot fill a mailbox from many browsers at the same moment", async ({
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  await Promise.all(Array.from({ length: 2 * mostMails }, () => askForReset(portal, parent)));
  expect(await countMails(portal, parent)).toBe(mostMails);
});

test("whoever gets no more mails chooses a password by the last one", async ({ portal }) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  for (let time = 0; time < mostMails; time++) await askForReset(portal, parent);
  await askForReset(portal, parent);

  const own = visitorOf(portal);
  await own.open(linkIn(await portal.mailbox.waitForMail(parent.email)));
  const password = "une petite phrase facile";
  await own.send({ "password-new": password, "password-confirm": password });
  const signedIn = await visitorOf(portal).open(authorizationUrl(portal, portal.schools.demo));
  await signedIn.send({ username: parent.email, password });
  expect(isIn(signedIn)).toBe(true);
});

test("an address that was corrected is sent its first mail", async ({ portal }) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  for (let time = 0; time < mostMails; time++) await askForReset(portal, parent);
  const corrected = { ...parent, email: `corrected.${parent.email}` };
  await portal.admin.users.update({ id: parent.id }, { email: corrected.email });
  await askForReset(portal, corrected);
  expect(await countMails(portal, corrected)).toBe(1);
});

test("a link is used up where a stranger has chosen that it leads to no school", async ({
  portal,
}) => {
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  const elsewhere = `${portal.issuer}/login-actions/reset-credentials?client_id=admin-cli`;
  await (await visitorOf(portal).open(elsewhere)).send({ username: parent.email });
  const link = linkIn(await portal.mailbox.waitForMail(parent.email));
  const own = await visitorOf(portal).open(link);
  const password = "une petite phrase facile";
  await own.send({ "password-new": password, "password-confirm": password });
  expect(own.html).toContain("school-unknown.ftl");

  const again = await visitorOf(portal).open(link);
  expect(again.fields).not.toContain("password-new");
});

test("a mail is sent again once the links of those before have ended", async () => {
  await using portal = await openPortal();
  const { realm, admin } = portal;
  const seconds = 4;
  const settings = await admin.realms.findOne({ realm });
  await admin.realms.update(
    { realm },
    { ...settings, actionTokenGeneratedByUserLifespan: seconds },
  );
  const parent = await portal.addPerson({ schools: [portal.schools.demo] });
  for (let time = 0; time < mostMails; time++) await askForReset(portal, parent);
  const before = await countMails(portal, parent);
  await expect
    .poll(async () => {
      await askForReset(portal, parent);
      return await countMails(portal, parent);
    })
    .toBeGreaterThan(before);
});
