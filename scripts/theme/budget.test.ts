import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { drawnPages } from "../../src/login/KcPage.tsx";
import { silentTeller } from "../terminal.ts";
import { brandFolders } from "./brand.ts";
import { buildTheme } from "./build.ts";
import { pageWeight } from "./page-weight.ts";

const budgetBytes = 80_000;
const buildLimitMs = 180_000;

describe("the built theme", () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = unzipSync(await readFile(await buildTheme(silentTeller)));
  }, buildLimitMs);

  test("has every page that the server draws", () => {
    const pages = Object.keys(drawnPages).map((page) => `theme/itschool/login/${page}`);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(pages));
  });

  const pages = Object.keys(drawnPages);
  test.each(brandFolders().flatMap(({ name }) => pages.map((page) => [page, name] as const)))(
    "opens %s of %s with at most 80 kB",
    (page, brand) => {
      const weight = pageWeight(folderOf(files, `theme/${brand}/login/`), page);
      expect(Object.keys(weight.resources)).toContainEqual(expect.stringMatching(/\.js$/));
      expect(weight.total, JSON.stringify(weight, null, 2)).toBeLessThanOrEqual(budgetBytes);
    },
  );
});

describe("the weight of a page", () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const theme = {
    "login.ftl": text(`
      <#macro unused>never sent</#macro>
      <base href="\${url.resourcesPath}/dist/">
      <link rel="icon" href="\${url.resourcesPath}/icon.svg">
      <link rel="stylesheet" href="\${x.resourcesPath}/dist/assets/a.css">
      <img src="\${(url.resourcesPath)!""}/brand/logo.svg">
      <script type="module" src="\${x.resourcesPath}/dist/assets/a.js"></script>`),
    "resources/icon.svg": text("<svg/>"),
    "resources/brand/logo.svg": text("<svg/>"),
    "resources/dist/assets/a.css": text("a{background:url(data:,x)}b{background:url(../b.svg)}"),
    "resources/dist/b.svg": text("<svg/>"),
    "resources/dist/assets/a.js": text(
      'import{a as b}from"./b.js";import"./c.js";const d=()=>import("./later.js")',
    ),
    "resources/dist/assets/b.js": text('import{c}from"./c.js"'),
    "resources/dist/assets/c.js": text(""),
    "resources/dist/assets/later.js": text(""),
  };

  test("counts all that the page loads at once, and each of it once", () => {
    expect(Object.keys(pageWeight(theme, "login.ftl").resources).sort()).toEqual([
      "brand/logo.svg",
      "dist/assets/a.css",
      "dist/assets/a.js",
      "dist/assets/b.js",
      "dist/assets/c.js",
      "dist/b.svg",
      "icon.svg",
    ]);
  });

  test("grows with what cannot be compressed, by as much", () => {
    const heavier = { ...theme, "resources/dist/assets/c.js": randomBytes(90_000) };
    const grown = pageWeight(heavier, "login.ftl").total - pageWeight(theme, "login.ftl").total;
    expect(grown).toBeGreaterThan(90_000);
    expect(grown).toBeLessThan(90_100);
  });

  test("counts HTML as it is, without what FreeMarker keeps for itself", () => {
    const longer = text(`${"a".repeat(500)}<#-- ${"b".repeat(500)} -->`);
    const html = (page: Uint8Array) => pageWeight({ "login.ftl": page }, "login.ftl").html;
    expect(html(longer) - html(text(""))).toBe(500);
  });

  test("is refused for a page that loads what the theme does not have", () => {
    const { "resources/icon.svg": _, ...incomplete } = theme;
    expect(() => pageWeight(incomplete, "login.ftl")).toThrow("resources/icon.svg");
  });
});

function folderOf(files: Record<string, Uint8Array>, folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name.startsWith(folder))
      .map(([name, content]) => [name.slice(folder.length), content]),
  );
}
