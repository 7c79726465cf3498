import { hostname, userInfo } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { NetworkError } from "@keycloak/keycloak-admin-client";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation.js";
import { UserError } from "../errors.ts";
import type { Teller } from "../terminal.ts";

/** What only one may do to a realm at a time. */
export interface Lock {
  /** A role's name is unique in its realm: whoever makes this one may write, all others wait. */
  readonly role: string;
  /** The command, e.g. `apply`. */
  readonly command: string;
}

/** Changing the realm itself. */
export const applyLock: Lock = { role: "portail-apply", command: "apply" };

/** Changing people's accounts by schools' exports. */
export const importLock: Lock = { role: "portail-import", command: "import" };

/** Mailing people; the mail server's rate is one for all schools. */
export const inviteLock: Lock = { role: "portail-invite", command: "invite" };

const beatMs = 5_000;
/** A holder that gave no sign for so long has been killed, or its machine has. */
const silenceMs = 4 * beatMs;
const lookMs = 500;

/**
 * Does something that nobody else may do to the realm at the same time. When somebody else is at it,
 * says who and waits. A lock whose holder was killed is taken over: at once where the holder was a
 * process of this machine, otherwise after 20 s without a sign of life.
 *
 * @param work is given a signal that aborts when the lock was lost, e.g. while the machine slept
 */
export async function holdingLock<T>(
  client: KeycloakAdminClient,
  lock: Lock,
  teller: Teller,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  await takeLock(client, lock, teller);
  const held = await readLock(client, lock);
  if (held?.id === undefined) throw lockLost(lock);
  const { id } = held;
  const lost = new AbortController();
  let beat = 0;
  const beating = setInterval(async () => {
    beat++;
    try {
      await client.roles.updateById(
        { id },
        { ...held, attributes: { ...held.attributes, beat: [String(beat)] } },
      );
    } catch (error) {
      // Any other failure shows in the work itself.
      if (isStatus(error, 404)) lost.abort(lockLost(lock));
    }
  }, beatMs);
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(beating);
    await client.roles.delById({ id }).catch((error: unknown) => {
      if (!isStatus(error, 404)) throw error;
    });
  }
}

async function takeLock(client: KeycloakAdminClient, lock: Lock, teller: Teller): Promise<void> {
  let lastSeen = "";
  let seenAt = 0;
  let isTold = false;
  while (!(await hasMadeLock(client, lock))) {
    const holder = await readLock(client, lock);
    if (holder === undefined) continue;
    const seen = JSON.stringify(holder);
    if (seen !== lastSeen) [lastSeen, seenAt] = [seen, performance.now()];
    if (isOfDeadProcess(holder) || performance.now() - seenAt > silenceMs) {
      // By its id: a lock that somebody else has taken meanwhile is another one.
      await client.roles.delById({ id: holder.id ?? "" }).catch((error: unknown) => {
        if (!isStatus(error, 404)) throw error;
      });
      continue;
    }
    if (!isTold) {
      teller.warn(`Another ${lock.command} is at work: ${holder.description}. Waiting for it.`);
    }
    isTold = true;
    await delay(lookMs);
  }
}

async function hasMadeLock(client: KeycloakAdminClient, { role }: Lock): Promise<boolean> {
  const { username } = userInfo();
  try {
    await client.roles.create({
      name: role,
      description: `${username} on ${hostname()}, since ${new Date().toISOString()}`,
      attributes: { host: [hostname()], process: [String(process.pid)], beat: ["0"] },
    });
    return true;
  } catch (error) {
    if (isStatus(error, 409)) return false;
    throw error;
  }
}

async function readLock(
  client: KeycloakAdminClient,
  { role }: Lock,
): Promise<RoleRepresentation | undefined> {
  return (await client.roles.findOneByName({ name: role })) ?? undefined;
}

function isOfDeadProcess({ attributes = {} }: RoleRepresentation): boolean {
  const [host, pid] = [attributes.host?.[0], Number(attributes.process?.[0])];
  if (host !== hostname() || !Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof NetworkError && error.response.status === status;
}

function lockLost({ command }: Lock): UserError {
  return new UserError(
    `${command.toUpperCase()}_LOCK_LOST`,
    `this ${command} gave no sign of life for a while, and another one has taken over`,
    "Run the command again to see what is left to do.",
  );
}
