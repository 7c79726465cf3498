import { expect, it } from "vitest";
import { providerNamed } from "./keycloak.ts";

it("starts from the distribution unless told otherwise", () => {
  expect(providerNamed({})).toBe("distribution");
  expect(providerNamed({ KEYCLOAK_PROVIDER: "" })).toBe("distribution");
  expect(providerNamed({ KEYCLOAK_PROVIDER: "container" })).toBe("container");
});

it.each(["docker", "constructor"])("knows no provider %s, and names those there are", (name) => {
  expect(() => providerNamed({ KEYCLOAK_PROVIDER: name })).toThrow(
    expect.objectContaining({
      code: "KEYCLOAK_PROVIDER_UNKNOWN",
      message: `KEYCLOAK_PROVIDER is "${name}", expected distribution or container`,
    }),
  );
});
