import type { Browser, CDPSession, Page } from "@playwright/test";

/** What one cold load of a page cost. */
export type PageFigures = Record<
  | "wireBytes"
  | "htmlBytes"
  | "requests"
  | "firstPaintMs"
  | "largestPaintMs"
  | "layoutShift"
  | "listeningMs",
  number
>;

/** Slow 4G, as Lighthouse and the browsers' developer tools define it. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const cpuSlowdown = 4;
/** A phone held upright. */
const viewport = { width: 390, height: 844 };
/** So long nothing has to change before the page counts as complete. */
const quietMs = 1_000;
const patienceMs = 60_000;

/**
 * Loads a page once, with an empty cache, over a slow network and on a slow processor.
 *
 * - `wireBytes`: everything received for the page, headers and compressed bodies, HTML and icon
 *   included.
 * - `htmlBytes`: the part of it that is the HTML.
 * - `firstPaintMs`, `largestPaintMs`, `layoutShift`: FCP, LCP and CLS.
 * - `listeningMs`: when the page's scripts attached their last listener to an element of it, `0`
 *   where there is none.
 *
 * @param expected selector of what the page must hold when it is complete
 * @throws Error when it holds no such thing, or a script or style arrives uncompressed: then
 *   something else is measured than is claimed
 */
export async function loadPage(
  browser: Browser,
  url: string,
  expected: string,
): Promise<PageFigures> {
  const context = await browser.newContext({ viewport, locale: "fr-BE" });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const traffic = await watchTraffic(devtools);
    await devtools.send("Network.emulateNetworkConditions", slow4g);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "networkidle", timeout: patienceMs });
    const seen = await observed(page);
    if ((await page.locator(expected).count()) === 0) {
      throw new Error(`there is no ${expected} on ${page.url()}: ${await page.title()}`);
    }
    const { uncompressed, ...counted } = traffic();
    if (uncompressed.length > 0) throw new Error(`not compressed: ${uncompressed.join(", ")}`);
    return { ...counted, ...seen };
  } finally {
    await context.close();
  }
}

interface Traffic {
  wireBytes: number;
  htmlBytes: number;
  requests: number;
  /** Addresses of scripts and styles that came as they are. */
  uncompressed: string[];
}

/** Counts what the network brings; the function returned tells the sums so far. */
async function watchTraffic(devtools: CDPSession): Promise<() => Traffic> {
  const traffic: Traffic = { wireBytes: 0, htmlBytes: 0, requests: 0, uncompressed: [] };
  const documents = new Set<string>();
  devtools.on("Network.requestWillBeSent", ({ requestId, request, type, redirectResponse }) => {
    if (request.url.startsWith("data:")) return;
    traffic.requests++;
    traffic.wireBytes += redirectResponse?.encodedDataLength ?? 0;
    if (type === "Document") documents.add(requestId);
  });
  devtools.on("Network.responseReceived", ({ type, response }) => {
    const encoding = Object.entries(response.headers).find(([name]) =>
      /^content-encoding$/i.test(name),
    );
    if ((type === "Script" || type === "Stylesheet") && encoding === undefined) {
      traffic.uncompressed.push(response.url);
    }
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    traffic.wireBytes += encodedDataLength;
    if (documents.has(requestId)) traffic.htmlBytes += encodedDataLength;
  });
  await devtools.send("Network.enable");
  return () => traffic;
}

interface Seen {
  firstPaintMs: number;
  largestPaintMs: number;
  layoutShift: number;
  listeningMs: number;
}

declare global {
  interface Window {
    /** What the page has shown so far, and when that last changed. */
    benchmark?: { seen: Seen; changedAtMs: number };
  }
}

/** Runs in the page, before anything of its own. */
function observe() {
  const benchmark = {
    seen: { firstPaintMs: 0, largestPaintMs: 0, layoutShift: 0, listeningMs: 0 },
    changedAtMs: 0,
  };
  window.benchmark = benchmark;
  const { seen } = benchmark;
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
      benchmark.changedAtMs = performance.now();
    }).observe({ type, buffered: true });
  on("paint", (entry) => {
    if (entry.name === "first-contentful-paint") seen.firstPaintMs = entry.startTime;
  });
  on("largest-contentful-paint", (entry) => {
    seen.largestPaintMs = entry.startTime;
  });
  on("layout-shift", (entry) => {
    seen.layoutShift += (entry as PerformanceEntry & { value: number }).value;
  });
  on("resource", () => {});

  const attach = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...listener) {
    if (this instanceof Element) benchmark.changedAtMs = seen.listeningMs = performance.now();
    return attach.apply(this, listener as Parameters<typeof attach>);
  };
}

/** What the page has shown, once nothing has changed for a while. */
async function observed(page: Page): Promise<Seen> {
  await page.waitForFunction(
    (quietMs) => {
      const { seen, changedAtMs } = window.benchmark ?? {};
      return (
        seen !== undefined &&
        changedAtMs !== undefined &&
        seen.largestPaintMs > 0 &&
        performance.now() - changedAtMs > quietMs
      );
    },
    quietMs,
    { timeout: patienceMs },
  );
  const seen = await page.evaluate(() => window.benchmark?.seen);
  if (seen === undefined) throw new Error("the page observed nothing");
  return seen;
}
