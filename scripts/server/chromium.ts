import { access, constants } from "node:fs/promises";
import { chromium as playwrightChromium } from "@playwright/test";
import { execa } from "execa";
import { UserError } from "../errors.ts";
import type { Teller } from "../terminal.ts";

/** How a Chromium is started by tests and benchmarks: nothing but the pages reaches the network. */
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where distributions put a Chromium or Chrome. */
const knownPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The first browser that is there: the one `CHROMIUM_PATH` names, one of the system's, or the one
 * Playwright downloaded earlier.
 *
 * @throws UserError `CHROMIUM_PATH_WRONG` when the variable names something that cannot be run
 */
export async function installedChromium(
  environment: NodeJS.ProcessEnv = process.env,
  places: string[] = [...knownPlaces, playwrightChromium.executablePath()],
): Promise<string | null> {
  const named = environment.CHROMIUM_PATH;
  if (named) {
    if (await isExecutable(named)) return named;
    throw new UserError(
      "CHROMIUM_PATH_WRONG",
      `CHROMIUM_PATH is "${named}", which is not a program`,
      "Correct the variable, or unset it to let a browser be found.",
    );
  }
  for (const place of places) if (await isExecutable(place)) return place;
  return null;
}

/**
 * A Chromium for the tests: an installed one, else Debian's, else Playwright's own download.
 *
 * @returns the program's path
 * @throws UserError `CHROMIUM_PATH_WRONG`, `CHROMIUM_MISSING`
 */
export async function findChromium(teller: Teller): Promise<string> {
  const installed = await installedChromium();
  if (installed !== null) return installed;
  for (const [what, install] of [
    ["Debian's package chromium with apt-get", installDebianChromium],
    ["Chromium with Playwright", installPlaywrightChromium],
  ] as const) {
    teller.start(`There is no Chromium here: installing ${what}`);
    await install();
    const found = await installedChromium();
    if (found !== null) return found;
  }
  throw new UserError(
    "CHROMIUM_MISSING",
    "the tests need Chromium; there is none here and it could not be installed",
    "Install it (Debian: apt install chromium), or point CHROMIUM_PATH at one.",
  );
}

async function installDebianChromium(): Promise<void> {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const environment = { DEBIAN_FRONTEND: "noninteractive" };
  for (const aptGet of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const [command = "apt-get", ...rest] = [...asRoot, ...aptGet];
    await execa(command, rest, { reject: false, stdin: "ignore", env: environment });
  }
}

async function installPlaywrightChromium(): Promise<void> {
  await execa("npx", ["playwright", "install", "chromium"], { reject: false, stdin: "ignore" });
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
