import { type KnownAccount, membershipOf } from "./known-account.ts";

/** The accounts of a realm that an import may have to do with, found by what rows say. */
export class KnownPeople {
  #byId = new Map<string, KnownAccount>();
  #byAddress = new Map<string, KnownAccount>();
  #byName = new Map<string, KnownAccount[]>();
  #byNumber = new Map<string, KnownAccount[]>();
  #members = new Map<string, string[]>();

  /** Adds the people whom a school knows; `accounts` need not know yet that they are its. */
  addMembers(school: string, accounts: Iterable<KnownAccount>): void {
    const members = this.#members.get(school) ?? [];
    this.#members.set(school, members);
    for (const account of accounts) {
      const before = this.#byId.get(account.id);
      const known = {
        // What was read in full says more.
        ...(before?.hasAttributes ? before : account),
        schools: new Set([...(before?.schools ?? account.schools), school]),
      };
      this.#put(known, before);
      members.push(account.id);
    }
  }

  /** Adds somebody whom none of the schools of the files knows. */
  add(account: KnownAccount): void {
    if (!this.#byId.has(account.id)) this.#put(account, undefined);
  }

  /** Puts in the place of an account what is known of it by now. */
  replace(account: KnownAccount): void {
    this.#put(account, this.#byId.get(account.id));
  }

  /** Everybody who was read, once. */
  all(): Iterable<KnownAccount> {
    return this.#byId.values();
  }

  /** Whether an account was read. */
  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The account of an id. */
  withId(id: string): KnownAccount | undefined {
    return this.#byId.get(id);
  }

  /** The account of an address. */
  withAddress(address: string): KnownAccount | undefined {
    return this.#byAddress.get(address);
  }

  /** The members of a school that have one of its old user names: one, unless something is wrong. */
  named(school: string, username: string): readonly KnownAccount[] {
    return this.#byName.get(key(school, username)) ?? [];
  }

  /** The members of a school that have one of its numbers. */
  numbered(school: string, personId: string): readonly KnownAccount[] {
    return this.#byNumber.get(key(school, personId)) ?? [];
  }

  /** The people whom a school knows. */
  *members(school: string): Iterable<KnownAccount> {
    for (const id of this.#members.get(school) ?? []) {
      const account = this.#byId.get(id);
      // Somebody may have left it since.
      if (account?.schools.has(school)) yield account;
    }
  }

  #put(account: KnownAccount, before: KnownAccount | undefined): void {
    if (before) this.#takeOut(before);
    this.#byId.set(account.id, account);
    if (account.address) this.#byAddress.set(account.address, account);
    for (const [index, at] of this.#placesOf(account)) {
      index.set(at, [...(index.get(at) ?? []), account]);
    }
  }

  #takeOut(account: KnownAccount): void {
    if (account.address) this.#byAddress.delete(account.address);
    for (const [index, at] of this.#placesOf(account)) {
      const others = (index.get(at) ?? []).filter(({ id }) => id !== account.id);
      if (others.length > 0) index.set(at, others);
      else index.delete(at);
    }
  }

  *#placesOf(account: KnownAccount): Iterable<[index: Map<string, KnownAccount[]>, at: string]> {
    for (const school of account.schools) {
      const { usernames, personIds } = membershipOf(account, school);
      for (const username of usernames) yield [this.#byName, key(school, username)];
      for (const personId of personIds) yield [this.#byNumber, key(school, personId)];
    }
  }
}

function key(school: string, text: string): string {
  return `${school}\0${text}`;
}
