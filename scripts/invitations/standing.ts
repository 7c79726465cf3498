import { type Attributes, markOf } from "./mark.ts";

/** Somebody whom a school knows, as far as it matters for an invitation. */
export interface Invitee {
  /** Keycloak's id of the account. */
  readonly id: string;
  /** "" for somebody whose address the school has not told. */
  readonly address: string;
  readonly isEnabled: boolean;
  /** Has come in by the new method. */
  readonly hasMoved: boolean;
  readonly attributes: Attributes;
}

/**
 * Whether somebody is to be invited (`due`), and if not, why. `uncertain`: a run was broken off while
 * the mail was on its way.
 */
export type Standing =
  | { readonly kind: "due" | "in" | "without address" | "disabled" }
  | { readonly kind: "invited" | "uncertain"; readonly at: Date };

/**
 * How somebody stands.
 *
 * @param againAfterDays who was invited fewer days ago is not invited again, by whichever school
 */
export function standingOf(person: Invitee, now: Date, againAfterDays: number): Standing {
  if (!person.isEnabled) return { kind: "disabled" };
  if (person.hasMoved) return { kind: "in" };
  if (person.address === "") return { kind: "without address" };
  const mark = markOf(person.attributes, now);
  if (mark === undefined || now.valueOf() - mark.at.valueOf() >= againAfterDays * dayMs) {
    return { kind: "due" };
  }
  return { kind: mark.isUncertain ? "uncertain" : "invited", at: mark.at };
}

const dayMs = 86_400_000;
