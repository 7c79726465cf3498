import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { UserError } from "../../scripts/errors.ts";
import { describeFailure } from "../../scripts/failure.ts";
import { chromiumFlags, findChromium } from "../../scripts/server/chromium.ts";
import { startKeycloak } from "../../scripts/server/keycloak.ts";
import { type Teller, terminalTeller } from "../../scripts/terminal.ts";
import { buildTheme } from "../../scripts/theme/build.ts";
import { loadPage, type PageFigures } from "./page-load.ts";
import { compare, type Report, type Shown, table } from "./report.ts";
import { makeSignInRealm } from "./sign-in-realms.ts";

/**
 * `npm run bench:pages`: the portal's sign-in page against Keycloak's own, in one run on one server
 * in production mode. `-- --json` prints one JSON document, `-- --loads 15` loads each more often.
 */
const ours = "itschool";
const theirs = "keycloak.v2";

const passwordField = 'input[name="password"]';

const shown: Record<keyof PageFigures, Shown> = {
  wireBytes: { label: "over the wire", unit: "kB", goal: { ours: 80_000 } },
  htmlBytes: { label: "  of it HTML", unit: "kB" },
  requests: { label: "requests", unit: "" },
  firstPaintMs: { label: "first contentful paint", unit: "ms", goal: { ratio: 0.4 } },
  largestPaintMs: { label: "largest contentful paint", unit: "ms", goal: { ratio: 0.5 } },
  layoutShift: { label: "cumulative layout shift", unit: "", goal: { ours: 0.02 } },
  listeningMs: { label: "scripts listening", unit: "ms" },
};

try {
  const { json, loads } = asked();
  const report = await bench(loads, terminalTeller());
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : table(report, shown));
} catch (error) {
  process.stderr.write(describeFailure(error, true));
  process.exitCode = 1;
}

function asked(): { json: boolean; loads: number } {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      loads: { type: "string", default: "11" },
    },
  });
  const loads = Number(values.loads);
  if (Number.isInteger(loads) && loads > 0) return { json: values.json, loads };
  throw new UserError(
    "BENCH_LOADS",
    `--loads is "${values.loads}", expected a whole number from 1`,
    "Say how often each page is loaded, e.g. npm run bench:pages -- --loads 15.",
  );
}

async function bench(loads: number, teller: Teller): Promise<Report<keyof PageFigures>> {
  const jar = await buildTheme(teller);
  const executablePath = await findChromium(teller);
  const keycloak = await startKeycloak({ providers: [jar], teller });
  try {
    const pages = {
      [ours]: await makeSignInRealm(keycloak, "ours", ours),
      [theirs]: await makeSignInRealm(keycloak, "them", theirs),
    };
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    try {
      const measured = await measureInTurns(browser, pages, loads, teller);
      return compare("pages", [ours, measured[ours]], [theirs, measured[theirs]]);
    } finally {
      await browser.close();
    }
  } finally {
    await keycloak.stop();
  }
}

/** Loads all pages in turns, so that a busy moment of the machine hits all alike. */
async function measureInTurns<Side extends string>(
  browser: Browser,
  pages: Record<Side, string>,
  loads: number,
  teller: Teller,
): Promise<Record<Side, PageFigures[]>> {
  const sides = Object.keys(pages) as Side[];
  const measured = Object.fromEntries(sides.map((side) => [side, []])) as unknown as Record<
    Side,
    PageFigures[]
  >;
  // The first visitor pays for what the server keeps from then on; nobody else does.
  for (const side of sides) await loadPage(browser, pages[side], passwordField);
  for (let load = 1; load <= loads; load++) {
    teller.note(`load ${load} of ${loads}`);
    for (const side of load % 2 === 0 ? sides.toReversed() : sides) {
      measured[side].push(await loadPage(browser, pages[side], passwordField));
    }
  }
  return measured;
}
