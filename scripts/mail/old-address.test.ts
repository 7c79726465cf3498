import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestMailServer } from "../../test/support/mail-server.ts";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import type { PortalConfig } from "../config/schema.ts";
import { type MailCatcher, startMailCatcher } from "../demo/mail.ts";
import { tellOldAddress } from "./old-address.ts";

let mails: MailCatcher;
let config: PortalConfig;

beforeAll(async () => {
  mails = await startMailCatcher();
  config = await shippedConfig({ SMTP_PORT: String(mails.smtp.port) });
});
afterAll(() => mails?.stop());

const claire = { firstName: "Claire", schoolName: "École de démonstration" };

describe("whose account has another address now", () => {
  test.each([
    ["fr", "L'adresse de votre compte iT.SCHOOL a changé", "Bonjour Claire,", "Prévenez l'école"],
    [
      "nl",
      "Het adres van uw account bij iT.SCHOOL is gewijzigd",
      "Dag Claire,",
      "Laat het de school",
    ],
    [
      "de",
      "Die Adresse Ihres Kontos bei iT.SCHOOL hat sich geändert",
      "Guten Tag Claire,",
      "Sagen Sie",
    ],
    ["en", "The address of your iT.SCHOOL account has changed", "Hello Claire,", "Tell the school"],
  ] as const)(
    "is told so by the old one in %s, and whom to tell if it is wrong",
    async (language, subject, greeting, whom) => {
      const address = `claire.${language}@example.org`;
      await tellOldAddress(config, { ...claire, address, language });
      const mail = await mails.mailbox.waitForMail(address);
      expect(mail.subject).toBe(subject);
      expect(mail.from).toEqual([{ address: "ne-pas-repondre@example.org", name: "iT.SCHOOL" }]);
      const lines = (mail.text ?? "").split("\n");
      expect(lines[0]).toBe(greeting);
      expect(mail.text).toContain("École de démonstration");
      expect(mail.text).toContain(whom);
      expect(mail.text, "the address it reached").toContain(address);
      expect(mail.text?.match(/\S+@\S+/g), "and no other").toHaveLength(1);
      expect(mail.html, "plain text alone").toBeFalsy();
      expect(mail.headers["auto-submitted"]).toBe("auto-generated");
    },
  );

  test("is told so in the portal's language where theirs is not known, and without a name", async () => {
    const address = "sans.nom@example.org";
    await tellOldAddress(config, { ...claire, firstName: "", address });
    const mail = await mails.mailbox.waitForMail(address);
    expect(mail.text).toMatch(/^Bonjour,\n/);
  });

  test("reads a name as it is, and as no line or header of its own", async () => {
    const address = "hostile@example.org";
    const firstName = "<b>${7*7}</b>\r\nBcc: other@example.org\r\n\r\nCliquez ici";
    await tellOldAddress(config, { address, firstName, schoolName: "A\nB" });
    const mail = await mails.mailbox.waitForMail(address);
    expect(mail.text).toMatch(/^Bonjour <b>\$\{7\*7\}<\/b> Bcc: other@example\.org Cliquez ici,\n/);
    expect(mail.text).toContain("\nA B a changé");
    expect(mail.to).toEqual([expect.objectContaining({ address })]);
    expect(await mails.mailbox.mailsTo("other@example.org")).toEqual([]);
  });
});

test("an address is one address, whatever is in it", async () => {
  await using server = await startTestMailServer();
  const { mail, ...others } = config;
  const here = { ...others, mail: { ...mail, port: server.port } };
  const address = "a@example.org, b@example.org";
  await tellOldAddress(here, { ...claire, address }).catch(() => {});
  expect(server.taken.map(({ to }) => to)).not.toContain("b@example.org");
  expect(server.taken.length).toBeLessThanOrEqual(1);
});

describe("a mail server that does not take it", () => {
  test("is named, with its refusal, and without the password", async () => {
    await using server = await startTestMailServer();
    server.refuses = true;
    const mail = { ...config.mail, port: server.port };
    const telling = tellOldAddress({ ...config, mail }, { ...claire, address: "c@example.org" });
    await expect(telling).rejects.toMatchObject({
      code: "NOTICE_NOT_SENT",
      message: `no mail to c@example.org: 127.0.0.1:${server.port} did not take it (EENVELOPE 550)`,
    });
  });

  test("is not given the password unencrypted, nor the mail, where encryption is asked for", async () => {
    await using server = await startTestMailServer();
    const secret = "not-a-password-of-anybody";
    const mail = {
      ...config.mail,
      port: server.port,
      encryption: "starttls" as const,
      user: "portal",
      password: secret,
    };
    const telling = tellOldAddress({ ...config, mail }, { ...claire, address: "c@example.org" });
    const error = await telling.then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ code: "NOTICE_NOT_SENT" });
    expect(`${error?.message} ${error?.stack}`).not.toContain(secret);
    expect(server.tried).toBe(0);
  });

  test("that is down is named too", async () => {
    const server = await startTestMailServer();
    await server[Symbol.asyncDispose]();
    const mail = { ...config.mail, port: server.port };
    const telling = tellOldAddress({ ...config, mail }, { ...claire, address: "c@example.org" });
    await expect(telling).rejects.toThrow(/did not take it \(ESOCKET\)|\(ECONNREFUSED\)/);
  });
});
