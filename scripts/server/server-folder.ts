import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";

/** The files of one server, all in one folder that can be kept or thrown away. */
export interface ServerFolder {
  /** Keycloak's home: links to the prepared server, and the data. */
  home: string;
  logFile: string;
  /** The process that runs on it; absent when none does. */
  pidFile: string;
  /** The administrator's name and password, readable by the owner alone. */
  adminFile: string;
}

/** Where the files of the server in `folder` are. */
export function serverFolder(folder: string): ServerFolder {
  return {
    home: path.join(folder, "server"),
    logFile: path.join(folder, "keycloak.log"),
    pidFile: path.join(folder, "keycloak.pid"),
    adminFile: path.join(folder, "admin.json"),
  };
}

/** Makes the home, or points an earlier one to the server that was prepared now. */
export async function layHome({ home }: ServerFolder, preparedServer: string): Promise<void> {
  await mkdir(home, { recursive: true });
  for (const name of ["lib", "conf", "providers", "themes"]) {
    const link = path.join(home, name);
    await rm(link, { force: true });
    await symlink(path.join(preparedServer, name), link);
  }
}

/** Whether a server is running on this folder. */
export async function isInUse({ home, pidFile }: ServerFolder): Promise<boolean> {
  const pid = await readFile(pidFile, "utf8").catch(() => null);
  if (pid === null) return false;
  // After a crash the number may belong to another program by now.
  const { stdout } = await execa("ps", ["-ww", "-o", "command=", "-p", pid], { reject: false });
  return stdout?.includes(home) ?? false;
}

/**
 * The bootstrap administrator: random for each folder and kept beside the data, as Keycloak takes
 * a new password at the first start only.
 */
export async function bootstrapAdmin({
  adminFile,
}: ServerFolder): Promise<{ user: string; password: string }> {
  const known = await readFile(adminFile, "utf8").catch(() => null);
  if (known !== null) return JSON.parse(known);
  const admin = { user: "admin", password: randomBytes(18).toString("base64url") };
  await writeFile(adminFile, JSON.stringify(admin), { mode: 0o600 });
  return admin;
}
