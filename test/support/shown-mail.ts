import { expect, type Page } from "@playwright/test";
import type { Mail } from "../../scripts/demo/mailbox.ts";
import { linkIn } from "../pages/mails.ts";

const privacyUrl = "https://www.example.org/protection-des-donnees";

/** Shows a mail's HTML, and expects that it leads nowhere but on and to the privacy page. */
export async function openMail(page: Page, mail: Mail, privacy = privacyUrl): Promise<void> {
  const html = mail.html ?? "";
  // Leaves the portal, whose own requests are not the mail's.
  await page.goto("about:blank");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setContent(html);
  const addresses = await page
    .locator("[href], [src], [background], [srcset]")
    .evaluateAll((elements) => elements.map((element) => element.getAttribute("href")));
  const links = (mail.text ?? "").includes("/login-actions/") ? [linkIn(mail), privacy] : [privacy];
  expect([...new Set(addresses)]).toEqual(links);
  expect(html).not.toMatch(/url\(|@import/);
  expect(requests, "a mail loads nothing").toEqual([]);
}
