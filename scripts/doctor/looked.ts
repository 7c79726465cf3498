import { UserError, UserErrors } from "../errors.ts";

/** Something that was looked for. */
export type Looked<T> =
  | { readonly is: "seen"; readonly value: T }
  /** It could not be looked at, and why is to be mended. */
  | { readonly is: "broken"; readonly error: UserError }
  /** Nothing is known to be wrong, and it can't be told: why. */
  | { readonly is: "hidden"; readonly why: string }
  /** What it needs is broken, and told elsewhere. */
  | { readonly is: "unchecked" };

/** It is there. */
export function seen<T>(value: T): Looked<T> {
  return { is: "seen", value };
}

/** It can't be told. */
export function hidden(why: string): Looked<never> {
  return { is: "hidden", why };
}

/** What needs something else that can't be had. */
export const unchecked: Looked<never> = { is: "unchecked" };

/**
 * Looks for something. What a person can mend is a result like others; a bug of ours is not.
 *
 * @throws what is no `UserError`
 */
export async function attempt<T>(look: () => T | Promise<T>): Promise<Looked<T>> {
  try {
    return seen(await look());
  } catch (error) {
    if (error instanceof UserError) return { is: "broken", error };
    if (error instanceof UserErrors) return { is: "broken", error: firstOf(error) };
    throw error;
  }
}

/** Looks for something that needs another; without that, it is not looked for. */
export async function after<A, B>(
  other: Looked<A>,
  look: (value: A) => B | Promise<B>,
): Promise<Looked<B>> {
  return other.is === "seen" ? attempt(() => look(other.value)) : unchecked;
}

/** Two that something needs. */
export function both<A, B>(one: Looked<A>, other: Looked<B>): Looked<readonly [A, B]> {
  return one.is === "seen" && other.is === "seen" ? seen([one.value, other.value]) : unchecked;
}

/** A check has one line; the commands that trip over the others tell each. */
function firstOf({ errors }: UserErrors): UserError {
  const [first] = errors;
  if (!first) throw new Error("no mistake among the mistakes");
  if (errors.length === 1) return first;
  const more = `${first.message} (and ${errors.length - 1} more)`;
  return new UserError(first.code, more, `${first.remedy} portail plan tells them all.`);
}
