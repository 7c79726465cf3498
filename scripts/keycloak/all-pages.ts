import { UserError } from "../errors.ts";

/** Lists come in pages of this many, so that no answer grows without bound. */
const pageSize = 500;

/** Asks for one part of a list. */
type ReadPage<T> = (page: { first: number; max: number }) => Promise<T[]>;

/**
 * A list page by page, for one that may be too long to be held. An empty page ends it: a page may be
 * short because of what the account may not see.
 *
 * @throws {UserError} `SERVER_NOT_KEYCLOAK`
 */
export async function* pages<T>(read: ReadPage<T>): AsyncGenerator<T[]> {
  for (let first = 0; ; first += pageSize) {
    const page = await read({ first, max: pageSize });
    // What something in front of Keycloak may answer in its place, such as a page to sign in to it.
    if (!Array.isArray(page)) throw notKeycloak();
    if (page.length === 0) return;
    yield page;
  }
}

/** The whole of a list; as `pages` otherwise. */
export async function allPages<T>(read: ReadPage<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages(read)) all.push(...page);
  return all;
}

function notKeycloak(): UserError {
  return new UserError(
    "SERVER_NOT_KEYCLOAK",
    "something else than Keycloak answered in its place",
    "Check that KEYCLOAK_URL leads to Keycloak itself, and that nothing in front of it asks to sign in.",
  );
}
