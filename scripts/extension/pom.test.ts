import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pinnedKeycloakVersion } from "../server/version.ts";

it("the extension is made for the Keycloak the portal is tested with", async () => {
  const pom = await readFile(join(import.meta.dirname, "../../extension/pom.xml"), "utf8");
  const [, version] = /<keycloak\.version>([^<]+)</.exec(pom) ?? [];
  expect(version).toBe(pinnedKeycloakVersion);
});
