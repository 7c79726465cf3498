import { createHash } from "node:crypto";
import type { PersonRow } from "../../scripts/exports/people-file.ts";
import { importPeople } from "../../scripts/import/import.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import type { BareHash } from "../../scripts/users/weak-hash.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { sharedServers } from "../support/servers.ts";
import { expect, test } from "../support/story.ts";
import { Visitor } from "../support/visitor.ts";

/* An imported old password opens the old method, however the school's platform stored it. */

const password = "Minou-2012";
const digest = (hash: string) => createHash(hash).update(password).digest();
const salt = Buffer.from("somesalt");
const salted = createHash("sha1").update(password).update(salt).digest();

const stored: [format: string, hash: string, password: string, bare?: BareHash][] = [
  ["bcrypt", "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.", "a"],
  ["{SHA}", `{SHA}${digest("sha1").toString("base64")}`, password],
  ["{SSHA}", `{SSHA}${Buffer.concat([salted, salt]).toString("base64")}`, password],
  ["{MD5}", `{MD5}${digest("md5").toString("base64")}`, password],
  ["crypt with MD5", "$1$5pZSV9va$azfrPr6af3Fc7dLblQXVa0", "password"],
  ["phpass", "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "test12345"],
  ["bare MD5", digest("md5").toString("hex").toUpperCase(), password, "md5"],
  ["bare SHA-1", digest("sha1").toString("hex"), password, "sha1"],
  ["bare SHA-256", digest("sha256").toString("hex"), password, "sha256"],
];

for (const [format, hash, typed, bare] of stored) {
  test(`an old password stored as ${format}`, async ({ legacyPortal: portal }) => {
    const { demo } = portal.schools;
    const username = crypto.randomUUID();
    const cells: PersonRow["cells"] = {
      school: demo.id,
      email: `${username}@example.org`,
      first_name: "Claire",
      last_name: "Dubois",
      legacy_username: username,
      legacy_password_hash: hash,
      person_id: "",
      language: "fr",
    };
    const { keycloak } = sharedServers();
    const imported = await importPeople(
      {
        sources: [{ name: "people.csv", rows: () => [{ line: 2, cells, hasSurplusCells: false }] }],
        config: { ...portal.config, realm: portal.realm },
        connection: { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin },
        ...(bare === undefined ? {} : { bare }),
        isDryRun: false,
        tellFormerAddress: async () => {},
      },
      silentTeller,
    );
    expect(imported).toMatchObject({ accounts: { made: 1 }, passwords: 1 });

    const attempt = async (text: string) => {
      const visitor = await new Visitor(demo.app.url).open(authorizationUrl(portal, demo));
      return visitor.send({ method: "legacy", username, password: text });
    };
    expect((await attempt(`${typed}!`)).html).toContain('value="legacy"');
    const visitor = await attempt(typed);
    // Somebody without a password of the portal is told of it first.
    expect(visitor.html).toContain('value="later"');
    await visitor.send({ method: "later" });
    expect(visitor.url).toContain("code=");
  });
}
