import { expect, test } from "vitest";
import { connectionFrom } from "./connection.ts";

const KEYCLOAK_URL = "https://login.example.org/";
const person = { KEYCLOAK_ADMIN_USER: "ops", KEYCLOAK_ADMIN_PASSWORD: "p" };
const service = { PORTAIL_CLIENT_ID: "portail", PORTAIL_CLIENT_SECRET: "s" };

test("a service account is taken before a person's account, its key before a secret", () => {
  expect(connectionFrom({ KEYCLOAK_URL, ...person, ...service })).toEqual({
    url: "https://login.example.org",
    adminRealm: "master",
    credentials: { clientId: "portail", clientSecret: "s" },
  });
  const key = { ...service, PORTAIL_CLIENT_KEY: "k", KEYCLOAK_ADMIN_REALM: "itschool" };
  expect(connectionFrom({ KEYCLOAK_URL, ...person, ...key })).toEqual({
    url: "https://login.example.org",
    adminRealm: "itschool",
    credentials: { clientId: "portail", clientKey: "k" },
  });
  expect(connectionFrom({ KEYCLOAK_URL, ...person, KEYCLOAK_ADMIN_REALM: "itschool" })).toEqual({
    url: "https://login.example.org",
    adminRealm: "itschool",
    credentials: { user: "ops", password: "p" },
  });
});

test.each([
  ["the address", person, "KEYCLOAK_URL"],
  ["both accounts", { KEYCLOAK_URL }, "PORTAIL_CLIENT_ID"],
  ["the key", { KEYCLOAK_URL, PORTAIL_CLIENT_ID: "portail" }, "PORTAIL_CLIENT_KEY"],
  ["the password", { KEYCLOAK_URL, KEYCLOAK_ADMIN_USER: "ops" }, "KEYCLOAK_ADMIN_PASSWORD"],
])("%s missing is told by the variable's name", (_, env, name) => {
  expect(() => connectionFrom(env)).toThrow(
    expect.objectContaining({
      code: "CONNECTION_INCOMPLETE",
      message: expect.stringContaining(name),
    }),
  );
});

test("an address that is none is told", () => {
  expect(() => connectionFrom({ KEYCLOAK_URL: "login.example.org", ...person })).toThrow(
    expect.objectContaining({ code: "CONNECTION_URL" }),
  );
});

test("an address with a password in it is refused, and the password is not shown", () => {
  const url = "https://admin:hunter2@login.example.org";
  expect(() => connectionFrom({ KEYCLOAK_URL: url, ...person })).toThrow(
    expect.objectContaining({
      code: "CONNECTION_URL",
      message: expect.not.stringContaining("hunter2"),
    }),
  );
});
