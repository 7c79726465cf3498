import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumFlags, findChromium } from "../scripts/server/chromium.ts";
import { terminalTeller } from "../scripts/terminal.ts";

/*
 * Takes the README's pictures from the running demo: `npm start` in one terminal, then
 * `npm run pictures` in another.
 */

const project = join(import.meta.dirname, "..");
const { schools } = JSON.parse(await readFile(join(project, ".portail/demo.json"), "utf8")) as {
  schools: { url: string }[];
};

const openPortal = { role: "button", name: "Ouvrir le portail de connexion" } as const;
const forgotten = { role: "link", name: "Mot de passe oublié ?" } as const;

/** A picture: a step of a parent's way in, on a phone, by day or by night. */
const pictures = [
  // As high as the page is, so that both methods are seen.
  { file: "landing.png", height: 930, colorScheme: "light", steps: [] },
  { file: "sign-in.png", height: 780, colorScheme: "light", steps: [openPortal] },
  { file: "sign-in-dark.png", height: 780, colorScheme: "dark", steps: [openPortal] },
  {
    file: "forgotten-password.png",
    height: 780,
    colorScheme: "light",
    steps: [openPortal, forgotten],
  },
] as const;

const teller = terminalTeller();
const browser = await chromium.launch({
  executablePath: await findChromium(teller),
  args: chromiumFlags,
});
try {
  for (const { file, height, colorScheme, steps } of pictures) {
    const page = await browser.newPage({
      locale: "fr-BE",
      viewport: { width: 390, height },
      colorScheme,
    });
    await page.goto(schools[0]?.url ?? "");
    await page.getByRole("link", { name: "Se connecter" }).click();
    for (const { role, name } of steps) await page.getByRole(role, { name }).first().click();
    await page.locator("#root[data-taken-over]").waitFor();
    await page.screenshot({ path: join(project, "docs/pictures", file) });
    await page.close();
    teller.done(file);
  }
} finally {
  await browser.close();
}
