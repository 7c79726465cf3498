import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { execaNode } from "execa";
import { connect } from "../../scripts/keycloak/connection.ts";
import { schoolClientId } from "../../scripts/realm/school.ts";
import { startKeycloak } from "../../scripts/server/keycloak.ts";
import { portalProviders } from "../../scripts/server/providers.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { shippedVariables } from "../support/shipped-config.ts";
import { Visitor } from "../support/visitor.ts";

/** A school of a realm that is imported into. */
export interface ImportSchool {
  readonly id: string;
  /** Its old method ended long ago; that of the others stays open. */
  readonly isOldMethodOver?: boolean;
}

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A realm of one's own on a Keycloak of one's own, made by `portail apply`. */
export interface ImportRealm extends AsyncDisposable {
  /** Where commands run; what they write stands there. */
  readonly dir: string;
  readonly realm: string;
  readonly admin: KeycloakAdminClient;
  /** Runs the tool as a person would, without a terminal. */
  portail(...words: string[]): Promise<Ended>;
  /** Writes an export where commands find it by its name. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Whether somebody comes in by a school's old method; they then have a session. */
  comesIn(school: string, username: string, password: string): Promise<boolean>;
}

/** Nothing answers there: nobody goes that far. */
const application = "http://127.0.0.1:9";

/** Starts Keycloak with the portal's theme and extension, and makes a realm with these schools. */
export async function openImportRealm(schools: readonly ImportSchool[]): Promise<ImportRealm> {
  const dir = await mkdtemp(join(tmpdir(), "import-"));
  const realm = await writeConfig(join(dir, "realm-config"), schools);
  const keycloak = await startKeycloak({ providers: await portalProviders(silentTeller) });
  const connection = { url: keycloak.url, adminRealm: "master", credentials: keycloak.admin };

  const portail = async (...words: string[]): Promise<Ended> => {
    const { exitCode, stdout, stderr } = await execaNode(resolve("scripts/main.ts"), words, {
      cwd: dir,
      env: {
        ...shippedVariables,
        KEYCLOAK_URL: keycloak.url,
        KEYCLOAK_ADMIN_USER: keycloak.admin.user,
        KEYCLOAK_ADMIN_PASSWORD: keycloak.admin.password,
      },
      reject: false,
      stdin: "ignore",
    });
    return { exitCode, stdout, stderr };
  };
  const applied = await portail("apply", "--yes");
  if (applied.exitCode !== 0) throw new Error(applied.stderr);

  return {
    dir,
    realm,
    admin: await connect(connection, realm),
    portail,
    write: (name, content) => writeFile(join(dir, name), content),
    comesIn: async (school, username, password) => {
      const address = authorizationUrl(
        { issuer: `${keycloak.url}/realms/${realm}` },
        { clientId: schoolClientId(school), app: { url: application } },
      );
      const visitor = await new Visitor(application).open(address);
      await visitor.send({ method: "legacy", username, password });
      // Whoever is let in without a password of the portal is told of it first.
      if (!visitor.html.includes('value="later"')) return false;
      await visitor.send({ method: "later" });
      return visitor.url.includes("code=");
    },
    async [Symbol.asyncDispose]() {
      await keycloak.stop();
      await rm(dir, { recursive: true });
    },
  };
}

/** @returns the realm's name */
async function writeConfig(folder: string, schools: readonly ImportSchool[]): Promise<string> {
  await mkdir(join(folder, "schools"), { recursive: true });
  const shipped = join(import.meta.dirname, "../../realm-config/portal.yaml");
  const portal = (await readFile(shipped, "utf8")).replace(/until: .*/, "until: 2999-12-31");
  await writeFile(join(folder, "portal.yaml"), portal);
  for (const { id, isOldMethodOver } of schools) {
    const school = [
      `name: ${id}`,
      "application:",
      "  type: public",
      `  home: ${application}/${id}/`,
      `  redirects: [${application}/callback]`,
      `  afterSignOut: [${application}/${id}/]`,
      ...(isOldMethodOver ? ["legacy:", "  until: 2020-06-30"] : []),
    ];
    await writeFile(join(folder, `schools/${id}.yaml`), `${school.join("\n")}\n`);
  }
  return /^realm: (.*)$/m.exec(portal)?.[1] ?? "";
}
