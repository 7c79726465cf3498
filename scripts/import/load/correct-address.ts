import { UserError } from "../../errors.ts";
import { withoutMark } from "../../invitations/mark.ts";
import type { KnownAccount } from "../known/known-account.ts";
import { enduring } from "./endurance.ts";
import { profileOf } from "./profile.ts";
import { hasOwnWayIn, readAccount } from "./read-account.ts";
import type { RealmAccess } from "./realm-access.ts";

/**
 * Gives an account another address, of which the one school that knows it says that it was wrong. Its
 * sessions end, and the old address is told. Nothing proves the new one.
 *
 * @throws {UserError} `IMPORT_ACCOUNT_CHANGED` where somebody else uses the account by now
 */
export async function correctAddress(
  access: RealmAccess,
  account: KnownAccount,
  address: string,
): Promise<void> {
  const { client } = access;
  const { id } = account;
  const read = await readAccount(access, id);
  if (!read) return;
  const { schools, address: before } = read.known;
  const isAsDecided = schools.size === 1 && before === account.address;
  // Somebody was asked meanwhile, which may have taken an hour.
  if (!isAsDecided || (await hasOwnWayIn(access, id))) throw changedMeanwhile(account.address);
  const [school = ""] = account.schools;
  // Both before the change: were it interrupted in between, nobody would come back for them.
  await enduring(access, () => client.users.logout({ id }));
  await access.tellFormerAddress({ ...account, school });
  await enduring(access, () =>
    client.users.update(
      { id },
      {
        ...profileOf(read.user),
        username: address,
        email: address,
        emailVerified: false,
        // Nobody has been invited by the new address yet.
        attributes: withoutMark(read.known.attributes),
      },
    ),
  );
  await enduring(access, () => client.users.logout({ id }));
}

function changedMeanwhile(address: string): UserError {
  return new UserError(
    "IMPORT_ACCOUNT_CHANGED",
    `the account of ${address} was changed while its address was about to be`,
    "Run the command again: it is decided anew.",
  );
}
