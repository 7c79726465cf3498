import type { KnownAccount } from "../known/known-account.ts";
import { enduring } from "./endurance.ts";
import { readAccount } from "./read-account.ts";
import type { RealmAccess } from "./realm-access.ts";

/**
 * Gives an account another address, of which the one school that knows it says that it was wrong. Its
 * sessions end, and the old address is told. Nothing proves the new one.
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
  const [school = ""] = account.schools;
  // Both before the change: were it interrupted in between, nobody would come back for them.
  await enduring(access, () => client.users.logout({ id }));
  await access.tellFormerAddress({ ...account, school });
  await enduring(access, () =>
    client.users.update(
      { id },
      { ...read.user, username: address, email: address, emailVerified: false },
    ),
  );
  await enduring(access, () => client.users.logout({ id }));
}
