import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { pinnedKeycloakVersion } from "../../scripts/server/version.ts";

const read = (name: string) => readFile(join(import.meta.dirname, "../..", name), "utf8");

it.each(["Dockerfile", "docker-compose.yml"])(
  "%s is made from the Keycloak the portal is tested with",
  async (name) => {
    const versions = [...(await read(name)).matchAll(/keycloak\/keycloak:([\w.-]+)/g)];
    expect(versions.map(([, version]) => version)).toEqual([pinnedKeycloakVersion]);
  },
);

it("docker-compose.yml takes the mail catcher of the tests", async () => {
  const version = packageJson.dependencies.maildev;
  expect(await read("docker-compose.yml")).toContain(`maildev/maildev:${version}}`);
});

it("the image holds the two JARs beside Keycloak, and nothing of the demo", async () => {
  const copied = [...(await read("Dockerfile")).matchAll(/^(?:COPY|ADD)(?: --\S+)* (.+)$/gm)];
  expect(copied.map(([, what]) => what)).toEqual([
    ".portail/providers/*.jar /opt/keycloak/providers/",
    "/opt/keycloak/ /opt/keycloak/",
  ]);
});
