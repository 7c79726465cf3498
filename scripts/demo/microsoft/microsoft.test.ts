import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { microsoftVisitor, signInAt } from "../../../test/support/microsoft-sign-in.ts";
import type { Visitor } from "../../../test/support/visitor.ts";
import { consentDenied } from "./behaviour.ts";
import { type MicrosoftControl, microsoftControl } from "./control.ts";
import { type RunningMicrosoft, startMicrosoft } from "./microsoft.ts";
import type { MicrosoftPerson, NewPerson } from "./people.ts";
import { consumersTenant } from "./tenants.ts";

const redirectAddress = "http://localhost:8080/realms/itschool/broker/microsoft/endpoint";
const password = "a password";

let microsoft: RunningMicrosoft;
let control: MicrosoftControl;
let count = 0;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  control = microsoftControl(microsoft.control);
  await control.addRedirectAddress(redirectAddress);
});

afterAll(() => microsoft.stop());

function addPerson(person: Partial<NewPerson> = {}): Promise<MicrosoftPerson> {
  const userPrincipalName = `person-${++count}@outlook.example`;
  return control.addPerson({ kind: "personal", password, userPrincipalName, ...person });
}

interface Asked {
  tenant?: string;
  [parameter: string]: string | undefined;
}

/** Where Keycloak sends people, with the parameters that it gives. */
function authorizeUrl({ tenant = "common", ...parameters }: Asked = {}): string {
  const query = new URLSearchParams({
    client_id: microsoft.client.clientId,
    redirect_uri: redirectAddress,
    response_type: "code",
    scope: "User.read",
    state: "the state",
    ...parameters,
  });
  return `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?${query}`;
}

/** Expects that a browser is on a page of Microsoft's, and that it asks who it is. */
function expectQuestion({ url, fields }: Visitor): void {
  expect(url).toContain(microsoft.loginUrl);
  expect(fields).toContain("loginfmt");
}

/** The same address on the way without TLS. */
function plain(address: string): string {
  return address.replace("https://login.microsoftonline.com", microsoft.loginUrl);
}

async function askToken(form: Record<string, string>, tenant = "common") {
  const { clientId, clientSecret } = microsoft.client;
  const answer = await fetch(`${microsoft.loginUrl}/${tenant}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
  });
  return { status: answer.status, text: await answer.text() };
}

/** A code for somebody who signs in, as a request for its token has it. */
async function codeFor(person: MicrosoftPerson) {
  const back = await signInAt(microsoft.control, authorizeUrl(), person);
  return {
    grant_type: "authorization_code",
    code: back.searchParams.get("code") ?? "",
    redirect_uri: redirectAddress,
  };
}

function askGraph(token: string, path = "/v1.0/me/"): Promise<Response> {
  return fetch(`${microsoft.loginUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

async function tokenFor(person: MicrosoftPerson): Promise<string> {
  const { text } = await askToken(await codeFor(person));
  return JSON.parse(text).access_token;
}

/** What Graph says of somebody who signs in. */
async function profileOf(person: MicrosoftPerson) {
  return (await askGraph(await tokenFor(person))).json();
}

describe("signing in", () => {
  it("asks for the address, then for the password, and leads back with a code and the state", async () => {
    const person = await addPerson();
    const visitor = microsoftVisitor(authorizeUrl());

    await visitor.open(plain(authorizeUrl()));
    expect(visitor.html).toContain("E-mail, téléphone ou identifiant Skype");
    await visitor.send({ loginfmt: person.signInName.toUpperCase() });
    expect(visitor.html).toContain("Votre mot de passe Microsoft");
    await visitor.send({ loginfmt: person.signInName, passwd: password });

    expect(Object.fromEntries(new URL(visitor.url).searchParams)).toMatchObject({
      code: expect.stringMatching(/.{20,}/),
      state: "the state",
    });
  });

  it("says that nobody has an address, and that a password is wrong", async () => {
    const { signInName } = await addPerson();
    const visitor = microsoftVisitor(authorizeUrl());
    await visitor.open(plain(authorizeUrl()));
    await visitor.send({ loginfmt: "nobody@outlook.example" });
    expect(visitor.html).toContain("pas trouvé de compte");
    await visitor.send({ loginfmt: signInName, passwd: "another password" });
    expect(visitor.html).toContain("est incorrect");
  });

  it("does not ask again in the same browser", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    await signInAt(microsoft.control, authorizeUrl(), await addPerson(), visitor);
    await visitor.open(plain(authorizeUrl()));
    expect(visitor.url).toContain(`${redirectAddress}?code=`);
  });

  it("asks for the password again where the portal wants it", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    const person = await addPerson();
    await signInAt(microsoft.control, authorizeUrl(), person, visitor);
    await visitor.open(plain(authorizeUrl({ prompt: "login" })));
    expectQuestion(visitor);
    await visitor.send({ loginfmt: person.signInName, passwd: password });
    expect(visitor.url).toContain(`${redirectAddress}?code=`);
  });

  it("asks which account it shall be where the portal wants it, and takes the same", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    const person = await addPerson({ displayName: "Claire Dubois" });
    await signInAt(microsoft.control, authorizeUrl(), person, visitor);
    await visitor.open(plain(authorizeUrl({ prompt: "select_account" })));
    expect(visitor.html).toContain("Claire Dubois");
    await visitor.send({ choice: "same" });
    expect(visitor.url).toContain(`${redirectAddress}?code=`);
  });

  it("takes another account in the place of the one that is signed in", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    const [first, second] = [await addPerson(), await addPerson()];
    await signInAt(microsoft.control, authorizeUrl(), first, visitor);
    await visitor.open(plain(authorizeUrl({ prompt: "select_account" })));
    await visitor.send({ choice: "other" });
    await visitor.send({ loginfmt: second.signInName, passwd: password });

    await visitor.open(plain(authorizeUrl()));
    const code = new URL(visitor.url).searchParams.get("code") ?? "";
    const { text } = await askToken({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectAddress,
    });
    const profile = await (await askGraph(JSON.parse(text).access_token)).json();
    expect(profile.id).toBe(second.id);
  });

  it("lets nobody be the account that is signed in where no choice was offered", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    await signInAt(microsoft.control, authorizeUrl(), await addPerson(), visitor);
    await visitor.open(plain(authorizeUrl({ prompt: "login" })));
    await visitor.send({ choice: "same" });
    expectQuestion(visitor);
  });

  it("leads back with an error when it is cancelled", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    await visitor.open(plain(authorizeUrl()));
    await visitor.send({ choice: "cancel" });
    expect(Object.fromEntries(new URL(visitor.url).searchParams)).toMatchObject({
      error: "access_denied",
      error_description: expect.stringContaining("AADSTS65004"),
      state: "the state",
    });
  });

  it("never leads back to an address that is not registered", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    const elsewhere = authorizeUrl({ redirect_uri: `${redirectAddress}/more` });
    await visitor.open(plain(elsewhere));
    expect(visitor.url).toContain(microsoft.loginUrl);
    expect(visitor.html).toContain("invalid_redirect_uri");
  });
});

describe("tenants", () => {
  const firm = "0c3f4f0a-95b5-4f0e-8a34-0d8f5c9e1a11";
  const school = "5d1d0d7e-3d57-4a5c-9e7e-7f7f0f1f2a22";

  it.each([
    { tenant: "common", personal: true, ofFirm: true },
    { tenant: "organizations", personal: false, ofFirm: true },
    { tenant: "consumers", personal: true, ofFirm: false },
    { tenant: consumersTenant, personal: true, ofFirm: false },
    { tenant: firm, personal: false, ofFirm: true },
    { tenant: school, personal: false, ofFirm: false },
  ])("$tenant: personal accounts $personal, a firm's $ofFirm", async (expected) => {
    const { tenant } = expected;
    await addPerson({ kind: "organisation", tenant: school });
    const people = {
      personal: await addPerson(),
      ofFirm: await addPerson({ kind: "organisation", tenant: firm }),
    };
    for (const kind of ["personal", "ofFirm"] as const) {
      const visitor = microsoftVisitor(authorizeUrl());
      await visitor.open(plain(authorizeUrl({ tenant })));
      await visitor.send({ loginfmt: people[kind].signInName, passwd: password });
      const isIn = visitor.url.startsWith(`${redirectAddress}?code=`);
      expect(isIn, kind).toBe(expected[kind]);
      if (!isIn) expect(visitor.html).toMatch(/role="alert">.*Utilisez.*compte/);
    }
  });

  it("asks who it is again where the account that is signed in may not sign in", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    await signInAt(microsoft.control, authorizeUrl(), await addPerson(), visitor);
    await visitor.open(plain(authorizeUrl({ tenant: "organizations" })));
    expectQuestion(visitor);
  });

  it("says that a tenant does not exist, to people and to programs", async () => {
    const page = await fetch(plain(authorizeUrl({ tenant: "no-such-tenant" })));
    expect(await page.text()).toContain("AADSTS90002");
    const { status, text } = await askToken({}, "no-such-tenant");
    expect({ status, ...JSON.parse(text) }).toMatchObject({ status: 400, error_codes: [90002] });
  });
});

describe("tokens", () => {
  it("gives one for a code, and none for the same code again", async () => {
    const request = await codeFor(await addPerson());
    expect(await askToken(request)).toMatchObject({ status: 200 });
    const { status, text } = await askToken(request);
    expect({ status, ...JSON.parse(text) }).toMatchObject({
      status: 400,
      error: "invalid_grant",
      error_codes: [54005],
    });
  });

  it("gives one for a code from before the browser's next sign-in", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    const person = await addPerson();
    const { searchParams } = await signInAt(microsoft.control, authorizeUrl(), person, visitor);
    await signInAt(microsoft.control, authorizeUrl(), person, visitor);
    const request = { grant_type: "authorization_code", redirect_uri: redirectAddress };
    const { status } = await askToken({ ...request, code: searchParams.get("code") ?? "" });
    expect(status).toBe(200);
  });

  it.each([
    ["another redirect address", { redirect_uri: `${redirectAddress}/more` }],
    ["a code that was never given", { code: "a-code-that-was-never-given" }],
  ])("refuses %s", async (_what, wrong) => {
    const { status, text } = await askToken({ ...(await codeFor(await addPerson())), ...wrong });
    expect({ status, ...JSON.parse(text) }).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("gives the portal itself one for its secret", async () => {
    const scope = "https://graph.microsoft.com/.default";
    const { status, text } = await askToken({ grant_type: "client_credentials", scope });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ token_type: "Bearer", scope });
  });

  it.each([
    {
      what: "a wrong secret",
      form: () => ({ client_secret: "wrong" }),
      expected: { status: 401, error: "invalid_client", code: 7000215 },
    },
    {
      what: "a secret whose time is over",
      form: () => ({ client_secret: microsoft.expiredSecret }),
      expected: { status: 401, error: "invalid_client", code: 7000222 },
    },
    {
      what: "an application that it does not know",
      form: () => ({ client_id: "0e2a6d0c-0000-4000-8000-000000000000" }),
      expected: { status: 400, error: "unauthorized_client", code: 700016 },
    },
  ])("says by Microsoft's code that it is $what", async ({ form, expected }) => {
    const { status, text } = await askToken({ grant_type: "client_credentials", ...form() });
    const { error, error_codes: codes, error_description: description } = JSON.parse(text);
    expect({ status, error, codes }).toEqual({
      status: expected.status,
      error: expected.error,
      codes: [expected.code],
    });
    expect(description).toMatch(new RegExp(`^AADSTS${expected.code}: `));
  });
});

describe("Graph", () => {
  it("says who a token is of, with and without a slash at the end", async () => {
    const person = await addPerson({ mail: "claire@example.org", givenName: "Claire" });
    const token = await tokenFor(person);
    for (const path of ["/v1.0/me", "/v1.0/me/"]) {
      expect(await (await askGraph(token, path)).json()).toMatchObject({
        id: person.id,
        mail: "claire@example.org",
        userPrincipalName: person.userPrincipalName,
        givenName: "Claire",
        surname: null,
      });
    }
  });

  it.each(["", "made-up"])("says nothing to whoever has the token %j", async (token) => {
    const answer = await askGraph(token);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: "InvalidAuthenticationToken" } });
  });

  it("says what has changed since, and the id as before", async () => {
    const person = await addPerson({ mail: "before@example.org" });
    await control.changePerson(person.id, { mail: "after@example.org", givenName: "Claire" });
    expect(await profileOf(person)).toMatchObject({
      id: person.id,
      mail: "after@example.org",
      givenName: "Claire",
    });
    await control.changePerson(person.id, { mail: null });
    expect(await profileOf(person)).toMatchObject({ mail: null, givenName: "Claire" });
  });
});

describe("what goes wrong on purpose", () => {
  it("is an error in the place of a code, also for whoever is signed in, until it is over", async () => {
    const visitor = microsoftVisitor(authorizeUrl());
    const person = await addPerson();
    await signInAt(microsoft.control, authorizeUrl(), person, visitor);
    await control.behave(person.id, consentDenied);
    await visitor.open(plain(authorizeUrl()));
    expect(Object.fromEntries(new URL(visitor.url).searchParams)).toMatchObject({
      error: "access_denied",
      state: "the state",
    });
    await visitor.open(plain(authorizeUrl({ prompt: "select_account" })));
    expect(visitor.html).toContain("Utiliser un autre compte");
    await control.behave(person.id, {});
    await visitor.open(plain(authorizeUrl()));
    expect(visitor.url).toContain(`${redirectAddress}?code=`);
  });

  it.each([
    ["server-error", 500],
    ["malformed", 200],
  ] as const)("is an answer without sense: %s", async (fault, status) => {
    const person = await addPerson();
    const token = await tokenFor(person);
    await control.behave(person.id, { token: fault, graph: fault });

    const answer = await askToken(await codeFor(person));
    expect(answer.status).toBe(status);
    expect(() => JSON.parse(answer.text)).toThrow();
    const profile = await askGraph(token);
    expect(profile.status).toBe(status);
    await expect(profile.json()).rejects.toThrow();
  });

  it("is a long wait, at whose end the answer is as usual", async () => {
    const person = await addPerson();
    const token = await tokenFor(person);
    await control.behave(person.id, { token: { slowMs: 300 }, graph: { slowMs: 300 } });
    const request = await codeFor(person);
    for (const ask of [() => askToken(request), () => askGraph(token)]) {
      const startedAt = performance.now();
      expect((await ask()).status).toBe(200);
      expect(performance.now() - startedAt).toBeGreaterThan(290);
    }
  });

  it("happens to one person alone", async () => {
    const [one, other] = [await addPerson(), await addPerson()];
    await control.behave(one.id, { ...consentDenied, token: "server-error", graph: "malformed" });
    expect(await profileOf(other)).toMatchObject({ id: other.id });
  });
});

describe("control", () => {
  it("gives a personal account an id and the tenant as Microsoft does", async () => {
    expect(await addPerson()).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      tenant: consumersTenant,
    });
    expect(await addPerson({ kind: "organisation", tenant: "of-a-firm" })).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      tenant: "of-a-firm",
    });
  });

  it("lets two people have one user principal name, and never one name to sign in with", async () => {
    const { signInName } = await addPerson({ userPrincipalName: "claire@example.org" });
    const stranger = { userPrincipalName: signInName, signInName: "claire@elsewhere.example" };
    const { id } = await addPerson(stranger);
    await expect(addPerson({ signInName: signInName.toUpperCase() })).rejects.toThrow(
      /somebody else/,
    );
    await expect(control.changePerson(id, { signInName })).rejects.toThrow(/somebody else/);
  });

  it.each([
    ["an organisation's account without the organisation", { kind: "organisation" }],
    ["a person who can't sign in", { userPrincipalName: null }],
    ["what it does not know", { nickname: "Claire" }],
  ])("refuses %s", async (_what, wrong) => {
    await expect(addPerson(wrong as Partial<NewPerson>)).rejects.toThrow();
  });

  it("takes nothing from a form on a web page", async () => {
    const body = new URLSearchParams({ kind: "personal" });
    const answer = await fetch(`${microsoft.control}/people`, { method: "POST", body });
    expect(answer.status).toBe(415);
  });
});
