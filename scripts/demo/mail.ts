import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { MailDev } from "maildev";
import { type Mailbox, mailbox } from "./mailbox.ts";

/** A mail catcher: takes every mail over SMTP and delivers none. */
export interface MailCatcher {
  /** The page to read the mails on. */
  url: string;
  /** Where programs read them. */
  api: string;
  smtp: { host: string; port: number };
  mailbox: Mailbox;
  stop(): Promise<void>;
}

/** Where a mail catcher listens and keeps its mails. */
export interface MailCatcherOptions {
  /** Port of the page; a free one without it. */
  webPort?: number;
  /** Port of the SMTP server; a free one without it. */
  smtpPort?: number;
  /** Folder that keeps the mails between runs; without it they live as long as the catcher. */
  folder?: string;
}

const host = "127.0.0.1";

/** Starts a mail catcher on the loopback interface. */
export async function startMailCatcher(options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), "mail-")));
  const maildev = new MailDev({
    ip: host,
    smtp: options.smtpPort ?? 0,
    webIp: host,
    web: options.webPort ?? 0,
    // Without a folder of ours it would share one with every other maildev on the machine.
    mailDirectory: folder,
    maxEmails: 2000,
    silent: true,
  });
  const { api, smtp } = await quietly(() => maildev.start());
  const port = api?.getAddress()?.port;
  if (port === undefined) throw new Error("the mail catcher's page has no port");
  const url = `http://localhost:${port}`;
  return {
    url,
    api: `${url}/api`,
    smtp: { host, port: smtp.getPort() },
    mailbox: mailbox(`${url}/api`),
    async stop() {
      await maildev.stop();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** maildev announces its address on standard output, even when it is told to be silent. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { info } = globalThis.console;
  globalThis.console.info = () => {};
  try {
    return await work();
  } finally {
    globalThis.console.info = info;
  }
}
