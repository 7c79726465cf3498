import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { stripVTControlCharacters } from "node:util";
import { execa } from "execa";
import { extract } from "tar";
import { UserError } from "../errors.ts";
import type { Progress, Teller } from "../terminal.ts";
import { cachedFolder } from "./cache-folder.ts";
import { requireMaven } from "./java.ts";

/** SHA-256 of the archives we know, so that a repository cannot hand out another one. */
const pinnedSha256: Record<string, string> = {
  "26.7.4": "04823c336b797a7e18889a44262a7a64e6bf624cbbcc518c85e2622176ff2eee",
};

const dependencyPlugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";

/**
 * Keycloak's distribution, unpacked: downloaded through Maven at the first call, with a progress,
 * checked, and kept. It is never run in place; see `prepared-server.ts`.
 *
 * @returns the folder that holds `bin`, `lib` and `conf`
 * @throws UserError `MAVEN_MISSING`, `DOWNLOAD_FAILED`, `CHECKSUM_MISMATCH`
 */
export async function unpackedDistribution(version: string, teller: Teller): Promise<string> {
  return cachedFolder(`keycloak-${version}`, async (folder) => {
    await requireMaven();
    const downloads = path.join(folder, "download");
    const archive = await downloadedArchive(version, downloads, teller);
    await verifyArchive(archive, version, teller);
    teller.start(`Unpacking Keycloak ${version}`);
    await extract({ file: archive, cwd: folder, strip: 1 });
    await rm(downloads, { recursive: true });
  });
}

async function downloadedArchive(version: string, into: string, teller: Teller): Promise<string> {
  const artifact = `org.keycloak:keycloak-quarkus-dist:${version}:tar.gz`;
  await mkdir(into);
  teller.start(`Fetching ${artifact} with Maven (about 176 MB, once)`);
  const maven = execa(
    "mvn",
    [
      "--strict-checksums",
      `${dependencyPlugin}:copy`,
      `-Dartifact=${artifact}`,
      `-DoutputDirectory=${into}`,
    ],
    { all: true, reject: false, stdin: "ignore" },
  );
  let progress: Progress | undefined;
  maven.all.on("data", (chunk: Buffer) => {
    const download = lastDownload(chunk.toString());
    if (!download) return;
    progress ??= teller.progress(`Keycloak ${version}`, download.totalMb, "MB");
    progress.to(download.doneMb);
  });
  const result = await maven;
  progress?.end();
  const [name] = await readdir(into);
  if (result.failed || name === undefined) {
    throw new UserError(
      "DOWNLOAD_FAILED",
      `Maven could not fetch ${artifact}: ${mavenComplaint(result.all)}`,
      "Check the network, Maven's settings.xml and, if it is set, KEYCLOAK_VERSION; then try again.",
    );
  }
  return path.join(into, name);
}

/**
 * How far Maven's large download is, from what it prints: `Progress (1): 12/176 MB`. Small
 * downloads (its own plugins, in kB) are not worth a bar.
 */
export function lastDownload(output: string): { doneMb: number; totalMb: number } | null {
  const [, done, total] = [...output.matchAll(/([\d.]+)\/([\d.]+) MB/g)].at(-1) ?? [];
  if (done === undefined || Number(total) < 20) return null;
  return { doneMb: Number(done), totalMb: Number(total) };
}

/** The first thing Maven complains about, without its colours and prefix. */
export function mavenComplaint(output: string): string {
  const plain = stripVTControlCharacters(output);
  const complaints = plain
    .split(/[\r\n]+/)
    .filter((line) => line.startsWith("[ERROR]"))
    .map((line) => line.replace("[ERROR]", "").trim());
  // The compiler's come below a heading.
  return complaints.find((line) => !/^(COMPILATION ERROR :)?$/.test(line)) ?? "it gave no reason";
}

async function verifyArchive(archive: string, version: string, teller: Teller): Promise<void> {
  const expected = pinnedSha256[version];
  if (expected === undefined) {
    teller.warn(
      `Keycloak ${version} is not the version this portal pins: only Maven's checksum was verified`,
    );
    return;
  }
  const hash = createHash("sha256");
  await pipeline(createReadStream(archive), hash);
  const found = hash.digest("hex");
  if (found === expected) return;
  throw new UserError(
    "CHECKSUM_MISMATCH",
    `the archive of Keycloak ${version} has SHA-256 ${found}, expected ${expected}`,
    "Delete org/keycloak/keycloak-quarkus-dist from Maven's local repository and try again; if it stays so, do not use that Maven repository.",
  );
}
