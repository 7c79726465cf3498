import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { type Behaviour, behaviourSchema } from "./behaviour.ts";
import { consumersTenant } from "./tenants.ts";

const told = z.string().min(1).nullish();
const facts = {
  /** What is typed on the first page; the user principal name without it. One person has it. */
  signInName: z.string().min(1),
  password: z.string().min(1),
  /** The address of the mailbox, which the owner of a tenant may set to anything. */
  mail: told,
  /** Usually looks like an address, without having to be one. */
  userPrincipalName: told,
  displayName: told,
  givenName: told,
  surname: told,
};

/** What a new person is made from. */
export const newPersonSchema = z
  .strictObject({
    /** Microsoft's id of the account; a random one of the usual form without it. */
    id: z.string().min(1).optional(),
    ...facts,
    signInName: facts.signInName.optional(),
    kind: z.enum(["personal", "organisation"]),
    /** The organisation's id; personal accounts are all of one tenant. */
    tenant: z.string().min(1).optional(),
  })
  .superRefine(({ kind, tenant, signInName, userPrincipalName }, context) => {
    if (kind === "organisation" && tenant === undefined) {
      context.addIssue({ code: "custom", path: ["tenant"], message: "of which organisation?" });
    }
    if (!(signInName ?? userPrincipalName)) {
      context.addIssue({ code: "custom", path: ["signInName"], message: "or userPrincipalName" });
    }
  });

/** What may change of a person; the id never does, and nobody moves to another tenant. */
export const changedPersonSchema = z.strictObject(facts).partial();

/** A person to be made. */
export type NewPerson = z.input<typeof newPersonSchema>;

/** What is to be different about a person. */
export type ChangedPerson = z.input<typeof changedPersonSchema>;

/** Somebody who has an account at this Microsoft. `null`: Microsoft knows none. */
export interface MicrosoftPerson {
  readonly id: string;
  readonly kind: "personal" | "organisation";
  readonly tenant: string;
  readonly signInName: string;
  readonly password: string;
  readonly mail: string | null;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly surname: string | null;
}

/** The accounts of this Microsoft, and how it treats each of them. */
export class People {
  readonly #people = new Map<string, MicrosoftPerson>();
  readonly #behaviours = new Map<string, Behaviour>();

  /** @throws Error when the id or the sign-in name is somebody else's */
  add(person: NewPerson): MicrosoftPerson {
    const { kind, ...wanted } = newPersonSchema.parse(person);
    const id = wanted.id ?? (kind === "personal" ? personalId() : randomUUID());
    if (this.#people.has(id)) throw new Error(`there is somebody with the id ${id}`);
    return this.#keep({
      id,
      kind,
      tenant: kind === "personal" ? consumersTenant : (wanted.tenant ?? ""),
      signInName: wanted.signInName ?? wanted.userPrincipalName ?? "",
      password: wanted.password,
      mail: wanted.mail ?? null,
      userPrincipalName: wanted.userPrincipalName ?? null,
      displayName: wanted.displayName ?? null,
      givenName: wanted.givenName ?? null,
      surname: wanted.surname ?? null,
    });
  }

  /** @throws Error when there is nobody with the id, or the sign-in name is somebody else's */
  change(id: string, change: ChangedPerson): MicrosoftPerson {
    const changes = Object.entries(changedPersonSchema.parse(change));
    return this.#keep({
      ...this.#known(id),
      ...Object.fromEntries(changes.filter(([, value]) => value !== undefined)),
    });
  }

  /**
   * From now on this person is treated so, and in no other way.
   *
   * @throws Error when there is nobody with the id
   */
  behave(id: string, behaviour: Behaviour): void {
    this.#behaviours.set(this.#known(id).id, behaviourSchema.parse(behaviour));
  }

  behaviourFor(id: string | undefined): Behaviour {
    return (id !== undefined && this.#behaviours.get(id)) || {};
  }

  find(id: string | undefined): MicrosoftPerson | undefined {
    return id === undefined ? undefined : this.#people.get(id);
  }

  /** Without regard to case, and to spaces around it, as Microsoft's page takes it. */
  findBySignInName(name: string): MicrosoftPerson | undefined {
    const wanted = name.trim().toLowerCase();
    return [...this.#people.values()].find((one) => one.signInName.toLowerCase() === wanted);
  }

  all(): MicrosoftPerson[] {
    return [...this.#people.values()];
  }

  #known(id: string): MicrosoftPerson {
    const person = this.#people.get(id);
    if (person === undefined) throw new Error(`there is nobody with the id ${id}`);
    return person;
  }

  #keep(person: MicrosoftPerson): MicrosoftPerson {
    const namesake = this.findBySignInName(person.signInName);
    if (namesake !== undefined && namesake.id !== person.id) {
      throw new Error(`somebody else signs in as ${person.signInName}`);
    }
    this.#people.set(person.id, person);
    return person;
  }
}

/** Microsoft Graph gives a personal account 16 hexadecimal digits, and others a UUID. */
function personalId(): string {
  return randomBytes(8).toString("hex");
}
