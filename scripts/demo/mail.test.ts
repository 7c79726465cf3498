import { connect } from "node:net";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MailCatcher, startMailCatcher } from "./mail.ts";

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await startMailCatcher();
});
afterAll(() => catcher.stop());

/** The few words of SMTP that one mail needs. */
async function send(to: string, subject: string): Promise<void> {
  const socket = connect(catcher.smtp);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async () => {
    let line: string;
    // A reply of several lines has a hyphen after the code on all but its last.
    do line = (await lines.next()).value ?? "";
    while (line[3] === "-");
    if (!/^[23]/.test(line)) throw new Error(line);
  };
  await reply();
  for (const command of [
    "EHLO test",
    "MAIL FROM:<school@example.org>",
    `RCPT TO:<${to}>`,
    "DATA",
    `From: school@example.org\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nBonjour\r\n.`,
    "QUIT",
  ]) {
    socket.write(`${command}\r\n`);
    await reply();
  }
  socket.destroy();
}

it("catches a mail and gives it to whoever waits for it", async () => {
  const waiting = catcher.mailbox.waitForMail("anna@example.org");
  await send("Anna@example.org", "Premier");
  expect(await waiting).toMatchObject({
    subject: "Premier",
    text: expect.stringMatching("Bonjour"),
  });
});

it("waits for the next mail to the same address when one was there before", async () => {
  await send("ben@example.org", "Premier");
  await catcher.mailbox.waitForMail("ben@example.org");
  const waiting = catcher.mailbox.waitForMail("ben@example.org", { after: 1 });
  await send("ben@example.org", "Deuxieme");
  expect((await waiting).subject).toBe("Deuxieme");
});

it("tells whom it waited for in vain", async () => {
  const waiting = catcher.mailbox.waitForMail("nobody@example.org", { timeoutMs: 0 });
  await expect(waiting).rejects.toThrow("no mail to nobody@example.org");
});

it("shows the mails on a page that loads nothing from elsewhere", async () => {
  const page = await (await fetch(catcher.url, { headers: { accept: "text/html" } })).text();
  expect(page).toContain("<title>MailDev</title>");
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
});
