import { expect, test } from "vitest";
import { stringify } from "yaml";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import { desiredRealm } from "./desired.ts";
import { flowRepresentations } from "./flow.ts";

const config = await shippedConfig();
const desired = desiredRealm(config);

test("the demo configuration gives this realm", async () => {
  const golden = { ...desired, flows: desired.flows.map(({ flow }) => flowRepresentations(flow)) };
  const text = stringify(golden, { aliasDuplicateObjects: false });
  await expect(text).toMatchFileSnapshot("desired.golden.yaml");
});

test("another name changes nothing but the name", () => {
  const other = desiredRealm(config, "itschool-7");
  expect(other.name).toBe("itschool-7");
  expect({ ...other, name: "", settings: { ...other.settings, realm: "" } }).toEqual({
    ...desired,
    name: "",
    settings: { ...desired.settings, realm: "" },
  });
});

test("an address in the footer may have signs that mean something in a message", () => {
  const address = "https://school.example/l'école?page={0}";
  const links = { terms: address, privacy: address };
  const { fr } = desiredRealm({ ...config, links }).messages;
  // Unquoted, {0} would be replaced, and {page} would break every page.
  expect(fr?.termsUrl).toBe("https://school.example/l''école?page='{'0'}'");
});

test("a school's client offers nothing but the code flow with PKCE", () => {
  for (const client of desired.clients) {
    expect(client).toMatchObject({
      standardFlowEnabled: true,
      implicitFlowEnabled: false,
      directAccessGrantsEnabled: false,
      serviceAccountsEnabled: false,
      fullScopeAllowed: false,
      attributes: { "pkce.code.challenge.method": "S256" },
    });
    expect(client.redirectUris?.join()).not.toContain("*");
  }
});

test("a school's client names no other school", () => {
  for (const client of desired.clients) {
    const others = config.schools.filter(({ id }) => client.clientId !== `school-${id}`);
    for (const { id, name } of others) {
      expect(JSON.stringify(client)).not.toContain(name);
      expect(JSON.stringify(client)).not.toContain(`${id}.`);
    }
  }
});

test("a new password is set after the second factor, never before it", () => {
  const reset = desired.flows.find(({ binding }) => binding === "resetCredentialsFlow")?.flow;
  const names = reset?.steps.map((step) => ("steps" in step ? step.name : step.authenticator));
  expect(names).toEqual([
    "reset-credentials-choose-user",
    "school-reset-mail",
    "second factor",
    "reset-password",
  ]);
});
