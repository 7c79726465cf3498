import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import pMap from "p-map";
import { canLink } from "../people/moved.ts";
import type { Teller } from "../terminal.ts";
import { pace } from "./pace.ts";
import { readInvitee } from "./read-invitees.ts";
import { type Invitation, type Refusal, sendInvitation } from "./send-invitation.ts";
import { type Invitee, type Standing, standingOf } from "./standing.ts";

/** So many mails in a row that nobody takes: the mail server is at fault rather than the addresses. */
const refusalsInARow = 5;

/** So many are on their way at once: enough for a slow mail server, and few to be uncertain of. */
const atOnce = 4;

/** How invitations are sent. */
export interface InviteOptions extends Invitation {
  readonly perMinute: number;
  /** As in `standingOf`. */
  readonly againAfterDays: number;
  /** Stops when it aborts; mails that are on their way still leave. */
  readonly signal: AbortSignal;
}

/** What became of the people who were to be invited. */
export interface Invited {
  readonly sent: readonly string[];
  readonly refused: readonly { readonly address: string; readonly why: string }[];
  /** The mail was on its way when something failed: it may or may not have left. */
  readonly uncertain: readonly string[];
  /** Who was no longer to be invited when their turn came. */
  readonly passedOver: readonly { readonly person: Invitee; readonly standing: Standing }[];
  /** Their turn never came. */
  readonly left: number;
  /** Why it stopped early: nobody takes the mails, somebody asked to, or something failed. */
  readonly stopped?: "mail server" | "asked" | { readonly error: unknown };
}

/**
 * Invites people, each looked at again when their turn comes: whoever has come in or was invited
 * meanwhile is passed over. Never throws: what failed is in the answer, beside what was done.
 *
 * @param people those who are due
 */
export async function invite(
  client: KeycloakAdminClient,
  people: readonly Invitee[],
  options: InviteOptions,
  teller: Teller,
): Promise<Invited> {
  const sent: string[] = [];
  const refused: (Refusal & { address: string })[] = [];
  const uncertain: string[] = [];
  const passedOver: { person: Invitee; standing: Standing }[] = [];
  let done = 0;
  let inARow = 0;
  let failure: { error: unknown } | undefined;
  const ours = new AbortController();
  const signal = AbortSignal.any([options.signal, ours.signal]);
  const turn = pace(options.perMinute);
  const progress = teller.progress("Sending invitations", people.length, "people");

  const inviteOne = async ({ id }: Invitee, isLinkable: boolean) => {
    await turn(signal);
    const now = await readInvitee(client, id, isLinkable);
    if (now === undefined) return;
    const standing = standingOf(now.person, new Date(), options.againAfterDays);
    if (standing.kind !== "due") {
      passedOver.push({ person: now.person, standing });
      return;
    }
    const refusal = await sendInvitation(client, now.user, options).catch((error: unknown) => {
      uncertain.push(now.person.address);
      throw error;
    });
    if (refusal === undefined) sent.push(now.person.address);
    else refused.push({ address: now.person.address, ...refusal });
    if (!refusal?.isOfAddress) inARow = refusal === undefined ? 0 : inARow + 1;
    if (inARow >= refusalsInARow) ours.abort();
  };

  try {
    const isLinkable = await canLink(client);
    await pMap(
      people,
      async (person) => {
        if (signal.aborted) return;
        try {
          await inviteOne(person, isLinkable);
          progress.to(++done);
        } catch (error) {
          // A turn that never came is no failure.
          if (signal.aborted && (error as Error).name === "AbortError") return;
          failure ??= { error };
          ours.abort();
        }
      },
      { concurrency: atOnce },
    );
  } catch (error) {
    failure = { error };
  } finally {
    progress.end();
  }
  const stopped =
    failure ?? (inARow >= refusalsInARow ? "mail server" : options.signal.aborted ? "asked" : null);
  return {
    sent,
    refused: refused.map(({ address, why }) => ({ address, why })),
    uncertain,
    passedOver,
    left: people.length - done - uncertain.length,
    ...(stopped === null ? {} : { stopped }),
  };
}
