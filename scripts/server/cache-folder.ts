import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

/** Where downloads and prepared servers are kept between runs; safe to delete at any time. */
export function cacheRoot(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  return path.join(base, "itschool-portal");
}

/**
 * A folder of the cache, made at the first call and only found again later. It is filled under
 * another name and renamed at the end: an interrupted run leaves nothing that looks complete, and
 * of two runs that fill it at once, one wins and both can use it.
 *
 * @param fill puts everything into the empty folder it is given
 * @returns the folder's path
 */
export async function cachedFolder(
  name: string,
  fill: (folder: string) => Promise<void>,
  root = cacheRoot(),
): Promise<string> {
  const folder = path.join(root, name);
  if (await exists(folder)) {
    const now = new Date();
    await utimes(folder, now, now);
    return folder;
  }
  const partial = path.join(root, `${name}.${process.pid}-${Date.now()}${partialEnding}`);
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

/**
 * Removes what nobody used for a while: what has a name that begins with `prefix` after
 * `unusedDays`, and what interrupted runs left behind after a day.
 */
export async function pruneCache(
  prefix: string,
  unusedDays: number,
  root = cacheRoot(),
): Promise<void> {
  const dayMs = 24 * 60 * 60 * 1000;
  for (const name of await readdir(root)) {
    const limitDays = name.endsWith(partialEnding)
      ? 1
      : name.startsWith(prefix)
        ? unusedDays
        : null;
    if (limitDays === null) continue;
    const folder = path.join(root, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > limitDays * dayMs)
      await rm(folder, { recursive: true, force: true });
  }
}

const partialEnding = ".partial";

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
