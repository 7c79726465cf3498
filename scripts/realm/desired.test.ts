import { expect, test } from "vitest";
import { stringify } from "yaml";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import { type DesiredRealm, desiredRealm, type FlowBinding } from "./desired.ts";
import { type FlowStep, flowRepresentations, isSubFlow } from "./flow.ts";

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

/** Each step of a flow in its order, those of its parts too. */
function stepsOf({ flows }: DesiredRealm, binding: FlowBinding): string[] {
  const names = (steps: readonly FlowStep[]): string[] =>
    steps.flatMap((step) => (isSubFlow(step) ? names(step.steps) : [step.authenticator]));
  return names(flows.find((one) => one.binding === binding)?.flow.steps ?? []);
}

const withMicrosoft = {
  ...config,
  microsoft: { tenant: "common", clientId: "a", clientSecret: "b" },
};
const { secondFactor } = config;

test("codes on paper alone are asked of nobody: they stand where the condition does not look", () => {
  for (const { flow } of desired.flows) {
    const parts = flow.steps.flatMap((step) =>
      isSubFlow(step) ? [step, ...step.steps.filter(isSubFlow)] : [],
    );
    const asking = parts.filter(({ name }) => name === "second factor");
    const beside = asking.flatMap(({ steps }) =>
      steps.flatMap((step) => (isSubFlow(step) ? [] : [step.authenticator])),
    );
    expect(beside).toContain("auth-otp-form");
    expect(beside).not.toContain("auth-recovery-authn-code-form");
  }
});

test("a second factor is asked for after Microsoft, unless the configuration says otherwise", () => {
  expect(stepsOf(desiredRealm(withMicrosoft), "postBrokerLoginFlow")).toContain("auth-otp-form");
  const without = { ...secondFactor, afterMicrosoft: false };
  const other = desiredRealm({ ...withMicrosoft, secondFactor: without });
  expect(stepsOf(other, "postBrokerLoginFlow")).toEqual(["second-factor-settled"]);
  expect(stepsOf(other, "firstBrokerLoginFlow"), "before a link still").toContain("auth-otp-form");
});

test("a device is remembered only where the configuration says so, and never for a new password or a link", () => {
  const remembering = { ...secondFactor, rememberDeviceDays: 30 };
  const other = desiredRealm({ ...withMicrosoft, secondFactor: remembering });
  for (const binding of ["browserFlow", "postBrokerLoginFlow"] as const) {
    expect(stepsOf(other, binding)).toContain("condition-device-unknown");
    expect(stepsOf(other, binding)).toContain("device-auth-otp-form");
  }
  for (const binding of ["resetCredentialsFlow", "firstBrokerLoginFlow"] as const) {
    expect(stepsOf(other, binding)).toEqual(stepsOf(desiredRealm(withMicrosoft), binding));
  }
  expect(stepsOf(desiredRealm(withMicrosoft), "browserFlow").join()).not.toMatch(/device/);
});
