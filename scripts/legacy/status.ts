import { daysBetween } from "../belgian-day.ts";
import { isOver } from "./last-day.ts";

/** Somebody whom a school knows, as far as the way from the old method to the new one goes. */
export interface Member {
  readonly firstName: string;
  readonly lastName: string;
  /** "" for somebody whose address the school has not told. */
  readonly email: string;
  /** The user names at this school before the portal. */
  readonly usernames: readonly string[];
  /** Has a password of their own, a passkey, or a linked account such as Microsoft's. */
  readonly hasMoved: boolean;
  /** How many passwords of this school's old method the account has. */
  readonly oldPasswords: number;
  /** The day of the last sign-in by this school's old method; `undefined` when there was none. */
  readonly lastLegacySignIn: string | undefined;
}

/** A school's people on their way from the old method to the new one. */
export interface LegacyStatus {
  readonly id: string;
  readonly name: string;
  /** The last day of the old method; `null` where it is closed without one. */
  readonly until: string | null;
  readonly isOpen: boolean;
  /** Until the last day: 0 on the day itself; `null` where it is not open. */
  readonly daysLeft: number | null;
  readonly members: number;
  readonly moved: number;
  /** Came by the old method, whether they have moved or not. */
  readonly cameInLast7Days: number;
  readonly cameInLast30Days: number;
  /** Neither moved nor ever seen by the old method. */
  readonly neverCame: number;
  /** Passwords of the old method that have not been erased. */
  readonly oldPasswords: number;
}

/**
 * Where a school is.
 *
 * @param until the last day of its old method
 * @param today in Belgium
 */
export function legacyStatus(
  school: { readonly id: string; readonly name: string },
  members: readonly Member[],
  until: string | undefined,
  today: string,
): LegacyStatus {
  const isOpen = until !== undefined && !isOver(until, today);
  const count = (is: (member: Member) => boolean) => members.filter(is).length;
  const cameWithin = (days: number) =>
    count(({ lastLegacySignIn: day }) => day !== undefined && daysBetween(day, today) < days);
  return {
    id: school.id,
    name: school.name,
    until: until ?? null,
    isOpen,
    daysLeft: isOpen ? daysBetween(today, until) : null,
    members: members.length,
    moved: count(({ hasMoved }) => hasMoved),
    cameInLast7Days: cameWithin(7),
    cameInLast30Days: cameWithin(30),
    neverCame: count(
      ({ hasMoved, lastLegacySignIn }) => !hasMoved && lastLegacySignIn === undefined,
    ),
    oldPasswords: members.reduce((sum, member) => sum + member.oldPasswords, 0),
  };
}
