import { randomUUID } from "node:crypto";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import type CredentialRepresentation from "@keycloak/keycloak-admin-client/lib/defs/credentialRepresentation.js";
import type GroupRepresentation from "@keycloak/keycloak-admin-client/lib/defs/groupRepresentation.js";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation.js";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";

/** How a request fails. */
export type Fault =
  /** It is not done: what stands in front of Keycloak says that it is away. */
  | "unavailable"
  /** It is not done: Keycloak fails at it. */
  | "broken"
  /** It is done, and nobody hears of it. */
  | "lost"
  /** It may not be done, now or ever. */
  | "forbidden";

/** What is thrown by every request once the realm's import is killed. */
export class Killed extends Error {}

interface MemoryUser extends UserRepresentation {
  id: string;
  groupIds: Set<string>;
  stored: CredentialRepresentation[];
}

/**
 * A realm in memory that answers an import as Keycloak does, as far as accounts go: what one request
 * writes is written as a whole, attributes are replaced as a whole, a batch that fails is undone, and a
 * legacy password replaces the one of the same school and name. It can be killed between any two writes.
 */
export class MemoryRealm {
  readonly name = "memory";
  readonly users = new Map<string, MemoryUser>();
  readonly #groups = new Map<string, GroupRepresentation & { id: string; name: string }>();
  readonly #roles = new Map<string, RoleRepresentation>();
  /** How many writes there were. */
  writes = 0;
  #writesLeft = Number.POSITIVE_INFINITY;
  #faults: (Fault | undefined)[] = [];
  /** What somebody else does right before an account is changed. */
  meanwhile: () => void = () => {};
  /** The addresses of people of whom Keycloak can write nothing. */
  readonly refused = new Set<string>();

  constructor(schools: readonly string[]) {
    for (const name of schools) {
      const id = `group-${name}`;
      this.#groups.set(id, { id, name, path: `/schools/${name}`, attributes: {} });
    }
  }

  /** From now on, so many writes succeed, and after them no request at all. */
  killAfter(writes: number): void {
    this.#writesLeft = writes;
  }

  /** The next requests about people and schools fail, each in its way; of `undefined`, it does not. */
  failNext(faults: readonly (Fault | undefined)[]): void {
    this.#faults = [...faults];
  }

  /** Everything that can be compared of the accounts, without what is random. */
  accounts(): unknown[] {
    return [...this.users.values()]
      .map(({ username, email, firstName, lastName, enabled, emailVerified, ...user }) => ({
        who: email ?? JSON.stringify(sorted(user.attributes ?? {})),
        isUsernameAddress: username === email,
        firstName,
        lastName,
        enabled,
        emailVerified,
        attributes: sorted(user.attributes ?? {}),
        groups: [...user.groupIds].sort(),
        credentials: user.stored
          .map(({ credentialData, secretData }) => `${credentialData} ${secretData}`)
          .sort(),
      }))
      .sort((one, other) => (one.who < other.who ? -1 : 1));
  }

  /** A copy of its own. */
  copy(): MemoryRealm {
    const copy = new MemoryRealm([]);
    for (const [id, group] of this.#groups) copy.#groups.set(id, structuredClone(group));
    for (const [name, role] of this.#roles) copy.#roles.set(name, structuredClone(role));
    for (const [id, user] of this.users) copy.users.set(id, structuredClone(user));
    return copy;
  }

  /** Gives somebody a password of the portal. */
  givePassword(address: string): void {
    for (const user of this.users.values()) {
      if (user.email === address) user.stored.push({ id: randomUUID(), type: "password" });
    }
  }

  get client(): KeycloakAdminClient {
    const client = {
      realmName: this.name,
      realms: {
        findOne: () => this.#said({ realm: this.name }),
        partialImport: ({ rep }: { rep: { users: UserRepresentation[] } }) =>
          this.#write(() => this.#import(rep.users)),
      },
      serverInfo: {
        find: () =>
          this.#said({
            providers: { credential: { providers: { "legacy-password": {} } } },
          }),
      },
      clients: {
        find: ({ first = 0 }) =>
          this.#said(
            first > 0
              ? []
              : [...this.#groups.values()].map(({ name }) => ({
                  clientId: `school-${name}`,
                  attributes: { "school.legacy.until": "2999-12-31" },
                })),
          ),
      },
      roles: {
        findOneByName: ({ name }: { name: string }) => this.#said(this.#roles.get(name)),
        create: (role: RoleRepresentation) =>
          this.#done(() => void this.#roles.set(role.name ?? "", role)),
      },
      groups: {
        find: () => this.#said([{ id: "top", name: "schools" }]),
        listSubGroups: ({ first = 0 }) =>
          this.#said(first > 0 ? [] : [...this.#groups.values()].map((one) => ({ ...one }))),
        findOne: ({ id }: { id: string }) => this.#read(this.#groups.get(id)),
        update: ({ id }: { id: string }, change: GroupRepresentation) =>
          this.#write(() => {
            const group = this.#groups.get(id);
            if (group) group.attributes = structuredClone(change.attributes ?? {});
          }),
        listMembers: (asked: {
          id: string;
          first: number;
          max: number;
          briefRepresentation?: boolean;
        }) =>
          this.#read(
            this.#page(
              [...this.users.values()].filter(({ groupIds }) => groupIds.has(asked.id)),
              asked,
            ),
          ),
      },
      users: this.#usersResource(),
    };
    return client as unknown as KeycloakAdminClient;
  }

  #usersResource() {
    const only = (id: string) => {
      const user = this.users.get(id);
      if (!user) throw refused(404);
      return user;
    };
    return {
      count: () => this.#read(this.users.size),
      find: (asked: Asked) => this.#read(this.#found(asked)),
      findOne: ({ id }: { id: string }) => {
        const user = this.users.get(id);
        return this.#read(user && told(user, false));
      },
      update: ({ id }: { id: string }, { credentials = [], ...change }: UserRepresentation) =>
        this.#write(() => {
          this.meanwhile();
          const user = only(id);
          if (this.refused.has(change.email ?? "")) throw refused(500);
          if (this.#isTaken(change, id)) throw refused(409);
          Object.assign(user, structuredClone(change));
          for (const credential of credentials) store(user, credential);
        }),
      del: ({ id }: { id: string }) =>
        this.#write(() => {
          only(id);
          this.users.delete(id);
        }),
      logout: ({ id }: { id: string }) => this.#read(void only(id)),
      listGroups: ({ id, first = 0 }: { id: string; first?: number }) =>
        this.#read(first > 0 ? [] : [...only(id).groupIds].map((group) => this.#groups.get(group))),
      addToGroup: ({ id, groupId }: { id: string; groupId: string }) =>
        this.#write(() => void only(id).groupIds.add(groupId)),
      delFromGroup: ({ id, groupId }: { id: string; groupId: string }) =>
        this.#write(() => void only(id).groupIds.delete(groupId)),
      getCredentials: ({ id }: { id: string }) =>
        this.#read(only(id).stored.map(({ secretData: _, ...credential }) => credential)),
      deleteCredential: ({ id, credentialId }: { id: string; credentialId: string }) =>
        this.#write(() => {
          const user = only(id);
          user.stored = user.stored.filter((credential) => credential.id !== credentialId);
        }),
      listFederatedIdentities: () => this.#read([]),
    };
  }

  #import(users: readonly UserRepresentation[]) {
    const results: { action: string; resourceName: string }[] = [];
    if (users.some(({ email = "" }) => this.refused.has(email))) throw refused(500);
    const before = new Map(this.users);
    for (const rep of users) {
      if ([...before.values()].some((user) => isSame(user, rep))) {
        results.push({ action: "SKIPPED", resourceName: rep.username ?? "" });
        continue;
      }
      if (this.#isTaken(rep)) {
        // A duplicate within the batch rolls all of it back.
        this.users.clear();
        for (const [id, user] of before) this.users.set(id, user);
        throw refused(409);
      }
      const { credentials = [], groups = [], ...rest } = structuredClone(rep);
      const id = randomUUID();
      const user: MemoryUser = { ...rest, id, groupIds: new Set(), stored: [] };
      for (const path of groups) user.groupIds.add(`group-${path.replace("/schools/", "")}`);
      for (const credential of credentials) store(user, credential);
      this.users.set(id, user);
      results.push({ action: "ADDED", resourceName: rep.username ?? "" });
    }
    return { results };
  }

  #isTaken(rep: UserRepresentation, but?: string): boolean {
    return [...this.users.values()].some((user) => user.id !== but && isSame(user, rep));
  }

  #found(asked: Asked): UserRepresentation[] {
    const all = [...this.users.values()];
    if (asked.email !== undefined) {
      return all.filter(({ email }) => email === asked.email).map((user) => told(user, false));
    }
    if (asked.q !== undefined) {
      const [, name = "", value = ""] = /^"?([^":]+)"?:"?([^"]*)"?$/.exec(asked.q) ?? [];
      const having = all.filter(({ attributes }) => attributes?.[name]?.includes(value));
      return having.map((user) => told(user, asked.briefRepresentation ?? false));
    }
    return this.#page(all, asked);
  }

  #page(
    users: readonly MemoryUser[],
    { first = 0, max = 100, briefRepresentation = false }: Asked,
  ) {
    return users.slice(first, first + max).map((user) => told(user, briefRepresentation));
  }

  #read<T>(answer: T): Promise<T> {
    return this.#faulty(() => this.#said(answer));
  }

  #write<T>(work: () => T): Promise<T> {
    return this.#faulty(() => this.#done(work));
  }

  async #faulty<T>(request: () => Promise<T>): Promise<T> {
    const fault = this.#faults.shift();
    if (fault === "unavailable") throw refused(503);
    if (fault === "broken") throw refused(500);
    if (fault === "forbidden") throw refused(403);
    const answer = await request();
    if (fault === "lost") throw new TypeError("fetch failed");
    return answer;
  }

  async #said<T>(answer: T): Promise<T> {
    if (this.#writesLeft <= 0) throw new Killed();
    return answer;
  }

  async #done<T>(work: () => T): Promise<T> {
    if (this.#writesLeft <= 0) throw new Killed();
    this.#writesLeft -= 1;
    this.writes += 1;
    return work();
  }
}

interface Asked {
  email?: string;
  q?: string;
  first?: number;
  max?: number;
  briefRepresentation?: boolean;
}

function told({ groupIds: _, stored: __, ...user }: MemoryUser, isBrief: boolean) {
  const { attributes, ...brief } = structuredClone(user);
  return isBrief ? brief : { ...brief, ...(attributes ? { attributes } : {}) };
}

function store(user: MemoryUser, credential: CredentialRepresentation): void {
  const others = user.stored.filter((one) => one.credentialData !== credential.credentialData);
  user.stored = [...others, { ...credential, id: randomUUID() }];
}

function isSame(one: UserRepresentation, other: UserRepresentation): boolean {
  return one.username === other.username || (one.email !== undefined && one.email === other.email);
}

function sorted(attributes: Record<string, unknown>): unknown {
  return Object.entries(attributes)
    .map(([name, values]) => [name, [...(values as string[])].sort()])
    .sort();
}

function refused(status: number): NetworkError {
  const response = new Response(null, { status });
  return new NetworkError("refused", { response, responseData: {} });
}
