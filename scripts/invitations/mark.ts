import { invitingAttribute, invitingValue } from "../../src/emails/invitation.ts";

/** The user attribute with the moment of somebody's last invitation, of whichever school. */
export const invitedAttribute = "portail.invited";

/** A user's attributes as Keycloak has them. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** What an account says of its last invitation. */
export interface Mark {
  readonly at: Date;
  /** The mail was on its way when the run was broken off: it may or may not have left. */
  readonly isUncertain: boolean;
}

/**
 * The mark of an account's last invitation, if there was one.
 *
 * @param now stands for a moment that somebody has made unreadable by hand, so that nobody is mailed for it
 */
export function markOf(attributes: Attributes, now: Date): Mark | undefined {
  const [moment] = attributes[invitedAttribute] ?? [];
  const isUncertain = attributes[invitingAttribute] !== undefined;
  if (moment === undefined) return isUncertain ? { at: now, isUncertain } : undefined;
  const at = new Date(moment);
  return { at: Number.isNaN(at.valueOf()) ? now : at, isUncertain };
}

/** The attributes of somebody who was never invited, as whoever has a new address is. */
export function withoutMark(attributes: Attributes): Attributes {
  const { [invitedAttribute]: _, ...others } = afterMail(attributes);
  return others;
}

/** The attributes just before the mail of a school leaves. */
export function beforeMail(
  attributes: Attributes,
  school: { readonly id: string; readonly name: string },
  now: Date,
): Attributes {
  return {
    ...attributes,
    [invitedAttribute]: [now.toISOString()],
    [invitingAttribute]: [invitingValue(school)],
  };
}

/** The attributes once the mail server has the mail. */
export function afterMail({ [invitingAttribute]: _, ...attributes }: Attributes): Attributes {
  return attributes;
}

/**
 * The attributes once the mail server has refused the mail: as if it had never been tried.
 *
 * @param before those before it was tried
 */
export function afterRefusal(attributes: Attributes, before: Attributes): Attributes {
  const others = withoutMark(attributes);
  const former = before[invitedAttribute];
  return former === undefined ? others : { ...others, [invitedAttribute]: former };
}
