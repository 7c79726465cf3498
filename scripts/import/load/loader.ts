import { NetworkError } from "@keycloak/keycloak-admin-client";
import PQueue from "p-queue";
import { isOutage } from "../../keycloak/server-error.ts";
import type { Account } from "../decide/account.ts";
import type { Plan } from "../decide/decide.ts";
import { changeAccount } from "./change-account.ts";
import { dissolve } from "./dissolve.ts";
import { enduring } from "./endurance.ts";
import { type Made, makeAccounts } from "./make-accounts.ts";
import { OneAtATime } from "./one-at-a-time.ts";
import { Pace } from "./pace.ts";
import type { RealmAccess } from "./realm-access.ts";

/** One batch is one transaction of Keycloak, which takes longer for each account the larger it is. */
const batchSize = 25;

/** What became of a plan. */
export type Loaded =
  | {
      readonly is: "made" | "changed" | "unchanged";
      /** Old passwords that were set or replaced. */
      readonly passwords: number;
    }
  | {
      readonly is: "refused";
      /** What Keycloak said, for operations. */
      readonly detail: string;
    };

interface Waiting {
  readonly account: Account;
  readonly settle: (made: Made) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Carries plans out: new accounts by batches, all else one by one, as many at once as the server does
 * best with. Every step can be interrupted, and done again.
 */
export class Loader {
  readonly #access: RealmAccess;
  readonly #queue: PQueue;
  readonly #pace = new Pace(performance.now());
  readonly #accounts = new OneAtATime();
  #batch: Waiting[] = [];

  constructor(access: RealmAccess) {
    this.#access = { ...access, onFailure: () => this.#slower() };
    this.#queue = new PQueue({ concurrency: this.#pace.concurrency });
  }

  /**
   * Takes a plan, as soon as the server can do with more.
   *
   * @returns what becomes of it, once `flush` was called or enough others came
   */
  async take(plan: Plan): Promise<{ result: Promise<Loaded> }> {
    await this.#queue.onSizeLessThan(2);
    const { account, base } = plan;
    const result = base
      ? this.#queue.add(() => this.#change(base.id, plan)).finally(() => this.#done(1))
      : this.#made(account).then((made) => this.#afterMaking(made, plan));
    // Whoever awaits the plans in order comes to this one later.
    result.catch(() => {});
    return { result };
  }

  /** Sends what waits for a batch to be full. */
  flush(): void {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#queue
      .add(() =>
        makeAccounts(
          this.#access,
          batch.map(({ account }) => account),
        ),
      )
      .then(
        (made) => {
          for (const [place, { settle }] of batch.entries()) settle(made[place] ?? "there");
        },
        (error: unknown) => {
          for (const { fail } of batch) fail(error);
        },
      )
      .finally(() => this.#done(batch.length));
  }

  #made(account: Account): Promise<Made> {
    return new Promise((settle, fail) => {
      this.#batch.push({ account, settle, fail });
      if (this.#batch.length >= batchSize) this.flush();
    });
  }

  async #afterMaking(made: Made, plan: Plan): Promise<Loaded> {
    if (typeof made === "object") return { is: "refused", detail: made.refused };
    if (made === "there") return this.#queue.add(() => this.#changeByAddress(plan));
    const memberships = [...plan.account.memberships.values()];
    return {
      is: "made",
      passwords: memberships.reduce((sum, { passwords }) => sum + passwords.size, 0),
    };
  }

  /** The account came in between; or a batch was stored, and its answer got lost. */
  async #changeByAddress(plan: Plan): Promise<Loaded> {
    const { address } = plan.account;
    if (address === "") return { is: "made", passwords: 0 };
    const { client } = this.#access;
    const users = await enduring(this.#access, () =>
      client.users.find({ email: address, exact: true }),
    );
    const [user] = users.filter(({ email }) => email === address);
    if (user?.id === undefined) {
      return { is: "refused", detail: "another account has this address as its user name" };
    }
    return this.#change(user.id, plan);
  }

  async #change(id: string, plan: Plan): Promise<Loaded> {
    try {
      const changed = await this.#accounts.do(id, () =>
        changeAccount(this.#access, id, plan.account),
      );
      if (!changed) return { is: "refused", detail: "the account was deleted meanwhile" };
      await this.#cleanUp(plan);
      const isChanged = changed.isChanged || plan.merged.length > 0;
      return { is: isChanged ? "changed" : "unchanged", passwords: changed.passwords };
    } catch (error) {
      if (!(error instanceof NetworkError) || isOutage(error) || error.response.status === 403) {
        throw error;
      }
      return { is: "refused", detail: `Keycloak answered ${error.response.status}` };
    }
  }

  /** Once the account has all that others had of it, they go. */
  async #cleanUp({ merged }: Plan): Promise<void> {
    for (const known of merged) {
      await this.#accounts.do(known.id, () => dissolve(this.#access, known));
    }
  }

  #slower(): void {
    this.#pace.failed(performance.now());
    this.#queue.concurrency = this.#pace.concurrency;
  }

  #done(people: number): void {
    this.#pace.done(people, performance.now());
    this.#queue.concurrency = this.#pace.concurrency;
  }
}
