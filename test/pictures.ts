import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { DemoAddresses } from "../scripts/demo/demo.ts";
import { chromiumFlags, findChromium } from "../scripts/server/chromium.ts";
import { terminalTeller } from "../scripts/terminal.ts";
import { MicrosoftPage } from "./pages/microsoft-page.ts";

/*
 * Takes the README's pictures from the running demo: `npm start` in one terminal, then
 * `npm run pictures` in another.
 */

const project = join(import.meta.dirname, "..");
const { schools, microsoft } = JSON.parse(
  await readFile(join(project, ".portail/demo.json"), "utf8"),
) as Pick<DemoAddresses, "schools" | "microsoft">;

const openPortal = { role: "button", name: "Ouvrir le portail de connexion" } as const;
const forgotten = { role: "link", name: "Mot de passe oublié ?" } as const;
const byMicrosoft = { role: "link", name: "Microsoft" } as const;
const link = { role: "button", name: "Souhaitez-vous lier Microsoft" } as const;

/** A picture: a step of a parent's way in, on a phone, by day or by night. */
const pictures = [
  // As high as the page is, so that every way in is seen.
  { file: "landing.png", height: 930, colorScheme: "light", steps: [] },
  { file: "sign-in.png", height: 910, colorScheme: "light", steps: [openPortal] },
  { file: "sign-in-dark.png", height: 910, colorScheme: "dark", steps: [openPortal] },
  {
    file: "forgotten-password.png",
    height: 780,
    colorScheme: "light",
    steps: [openPortal, forgotten],
  },
  {
    file: "account-exists.png",
    height: 740,
    colorScheme: "light",
    steps: [openPortal, byMicrosoft],
  },
  {
    file: "link-mail.png",
    height: 740,
    colorScheme: "light",
    steps: [openPortal, byMicrosoft, link],
  },
] as const;

const teller = terminalTeller();
const browser = await chromium.launch({
  executablePath: await findChromium(teller),
  // The browser is a new one each time, so it needs no folder, and no option that holds in one alone.
  args: [
    ...chromiumFlags,
    ...microsoft.browser.arguments.filter((option) => option.startsWith("--host-resolver-rules")),
  ],
});
try {
  for (const { file, height, colorScheme, steps } of pictures) {
    const page = await browser.newPage({
      locale: "fr-BE",
      viewport: { width: 390, height },
      colorScheme,
      ignoreHTTPSErrors: true,
    });
    await page.goto(schools[0]?.url ?? "");
    await page.getByRole("link", { name: "Se connecter" }).click();
    for (const { role, name } of steps) {
      await page.getByRole(role, { name }).first().click();
      const [person] = microsoft.people;
      if (name === byMicrosoft.name && person) await new MicrosoftPage(page).signIn(person);
    }
    await page.locator("#root[data-taken-over]").waitFor();
    await page.screenshot({ path: join(project, "docs/pictures", file) });
    await page.close();
    teller.done(file);
  }
} finally {
  await browser.close();
}
