import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { z } from "zod";
import { belgianDay } from "../belgian-day.ts";
import { markOf } from "../invitations/mark.ts";
import { leftAttribute } from "../realm/school.ts";
import type { Attributes } from "./known-schools.ts";

/** Whether an account can be entered at all, and what there is to know of it as a whole. */
export interface AccountState {
  /** The day in Belgium on which it was made, where Keycloak knows it. */
  readonly madeOn?: string;
  /** False where an administrator has locked it for good. */
  readonly isEnabled: boolean;
  /** Whether somebody has followed a link that was sent to the address. */
  readonly isAddressProven: boolean;
  /** The language of its pages and mails, where it has one. */
  readonly language?: string;
  /** The day in Belgium since when no school knows the person, where it is so. */
  readonly leftOn?: string;
  /** The day in Belgium of the last invitation, where there was one. */
  readonly invitedOn?: string;
  readonly guessing: Guessing;
}

/** What Keycloak's detection of guessed passwords has against an account. */
export interface Guessing {
  /** Whether the account is locked for the moment, whoever knows the password. */
  readonly isLocked: boolean;
  /** When the lock ends, where it does by itself. */
  readonly lockedUntil?: string;
  /** Wrong passwords in a row. */
  readonly failures: number;
  readonly lastFailureAt?: string;
}

/** What an account's attributes and the detection of guessed passwords say. */
export function accountState(
  { createdTimestamp, enabled, emailVerified, attributes }: UserRepresentation,
  guessing: Guessing,
): AccountState {
  const { locale, [leftAttribute]: left } = (attributes ?? {}) as Attributes;
  const invited = markOf((attributes ?? {}) as Attributes, new Date());
  return {
    ...(createdTimestamp ? { madeOn: belgianDay(new Date(createdTimestamp)) } : {}),
    isEnabled: enabled ?? false,
    isAddressProven: emailVerified ?? false,
    ...(locale?.[0] ? { language: locale[0] } : {}),
    ...(left?.[0] ? { leftOn: left[0] } : {}),
    ...(invited ? { invitedOn: belgianDay(invited.at) } : {}),
    guessing,
  };
}

/** What Keycloak answers; times of failures in milliseconds, the end of a lock in seconds. */
const answerSchema = z.object({
  disabled: z.boolean(),
  numFailures: z.number(),
  lastFailure: z.number(),
  failedLoginNotBefore: z.number(),
});

/** What follows from Keycloak's answer about guessed passwords. */
export function guessingFrom(answer: unknown): Guessing {
  const { disabled, numFailures, lastFailure, failedLoginNotBefore } = answerSchema.parse(answer);
  const until = new Date(failedLoginNotBefore * 1000);
  // A lock for good has the greatest number there is, which is no date.
  const ends = disabled && !Number.isNaN(until.valueOf());
  return {
    isLocked: disabled,
    ...(ends ? { lockedUntil: until.toISOString() } : {}),
    failures: numFailures,
    ...(lastFailure > 0 ? { lastFailureAt: new Date(lastFailure).toISOString() } : {}),
  };
}

/** Reads what Keycloak's detection of guessed passwords has against an account. */
export async function readGuessing(client: KeycloakAdminClient, userId: string): Promise<Guessing> {
  return guessingFrom(await client.attackDetection.findOne({ id: userId }));
}
