import { expect, it } from "vitest";
import { keycloakEnvironment } from "./jvm.ts";

it("keeps Keycloak settings of somebody's shell away from the server", () => {
  const inherited = { PATH: "/bin", KC_DB: "postgres", QUARKUS_PROFILE: "x", KEYCLOAK_URL: "y" };
  expect(keycloakEnvironment(inherited, { KC_TRUSTSTORE_PATHS: "ca.pem" })).toEqual({
    PATH: "/bin",
    KC_TRUSTSTORE_PATHS: "ca.pem",
  });
});
