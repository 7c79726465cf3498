import { expect, test } from "vitest";
import { unpackedDistribution } from "../scripts/server/distribution.ts";
import { keycloakVersion } from "../scripts/server/version.ts";
import { silentTeller } from "../scripts/terminal.ts";
import { baseMessages, baseThemeFiles } from "../src/login/messages/base-theme.ts";
import { languages } from "../src/login/messages/index.ts";

test("stories say what this version of Keycloak says", async () => {
  const distribution = await unpackedDistribution(keycloakVersion, silentTeller);
  const files = await baseThemeFiles(distribution, "login");
  const texts = languages.map(({ tag }) => {
    const messages = Object.entries(baseMessages(files, tag));
    return [tag, Object.fromEntries(messages.toSorted())];
  });
  // Written anew by `npx vitest run .storybook --update`.
  await expect(`${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`).toMatchFileSnapshot(
    "keycloak-messages.json",
  );
}, 600_000);
