import { setTimeout as delay } from "node:timers/promises";

/** One mail as it arrived. */
export interface Mail {
  id: string;
  subject: string;
  from: { address: string; name?: string }[];
  to: { address: string; name?: string }[];
  html?: string;
  text?: string;
  headers: Record<string, string | string[]>;
}

/** Reads what a mail catcher caught. */
export interface Mailbox {
  /** All mails to an address, the oldest first. */
  mailsTo(address: string): Promise<Mail[]>;
  /**
   * Waits for a mail to an address and returns the newest.
   *
   * @param after how many mails to this address there were before; 0 without it
   * @param timeoutMs how long to wait; 15 s without it
   */
  waitForMail(address: string, options?: { after?: number; timeoutMs?: number }): Promise<Mail>;
}

/** @param api the mail catcher's address for programs, e.g. `http://localhost:1080/api` */
export function mailbox(api: string): Mailbox {
  async function mailsTo(address: string): Promise<Mail[]> {
    const response = await fetch(`${api}/email`);
    if (!response.ok) throw new Error(`the mail catcher answered ${response.status}`);
    const mails = (await response.json()) as Mail[];
    const wanted = address.toLowerCase();
    return mails.filter(({ to }) => to.some((one) => one.address.toLowerCase() === wanted));
  }
  return {
    mailsTo,
    async waitForMail(address, { after = 0, timeoutMs = 15_000 } = {}) {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const mails = await mailsTo(address);
        const newest = mails.at(-1);
        if (newest !== undefined && mails.length > after) return newest;
        if (Date.now() > deadline) {
          throw new Error(
            `no mail to ${address} within ${timeoutMs / 1000} s (${mails.length} before)`,
          );
        }
        await delay(100);
      }
    },
  };
}
