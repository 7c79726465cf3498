import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UserError } from "../errors.ts";
import { brandFolders, brandLink, readBrand } from "./brand.ts";

const itschool = join(import.meta.dirname, "../../themes/itschool");
let parent: string;
let folder: { name: string; path: string };

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "brands-"));
  folder = { name: "lyceum", path: join(parent, "lyceum") };
  cpSync(itschool, folder.path, { recursive: true });
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true });
});

/** Replaces a part of the brand's description. */
function change(from: string, to: string): void {
  const file = join(folder.path, "brand.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

function mistake(): UserError {
  try {
    readBrand(folder);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("The brand was accepted");
}

test("is a folder, found beside itschool and after it", () => {
  vi.stubEnv("PORTAL_MORE_BRANDS", parent);
  expect(brandFolders()).toEqual([{ name: "itschool", path: itschool }, folder]);
});

test("has a name, pictures and links", () => {
  change("iT.SCHOOL", "Lyceum");
  const brand = readBrand(folder);
  expect(brand.id).toBe("lyceum");
  expect(brand.name).toBe("Lyceum");
  expect(Object.keys(brand.images)).toEqual(["logo.svg", "icon.svg"]);
  expect(brandLink(brand, "terms", "nl")).toMatch(/^https:/);
});

test("may have an address for each language", () => {
  const address = (language: string) => `${language}: https://lyceum.example/${language}`;
  change(
    "https://www.itschool.example/conditions-generales",
    `{ ${["fr", "nl", "de", "en"].map(address).join(", ")} }`,
  );
  expect(brandLink(readBrand(folder), "terms", "nl")).toBe("https://lyceum.example/nl");
});

test.each(["logo.svg", "icon.svg"])("without %s is refused, and the picture named", (image) => {
  rmSync(join(folder.path, image));
  expect(mistake()).toMatchObject({
    code: "BRAND_INVALID",
    message: `${join(folder.path, "brand.yaml")}: ${image} is missing beside it`,
  });
});

test("without brand.yaml is refused", () => {
  rmSync(join(folder.path, "brand.yaml"));
  expect(mistake().code).toBe("BRAND_INVALID");
});

test.each([
  ["a colour that is none", '"#1459c7", accentText', '"blue", accentText', "colors.light.accent"],
  ["an address without https", "https://www.itschool.example/prot", "http://x", "links.privacy"],
  ["no name", "name: iT.SCHOOL", "name: ''", "name"],
  ["a setting that there is none of", "name: iT", "font: Arial\nname: iT", "font"],
])("with %s is refused, and the place named", (_, from, to, place) => {
  change(from, to);
  expect(mistake().code).toBe("BRAND_INVALID");
  expect(mistake().message).toContain(place);
});

test("with a description that is no YAML is refused", () => {
  change("light: {", "light: {{");
  expect(mistake().code).toBe("BRAND_INVALID");
});

test.each([
  [
    "its main button",
    'light: { accent: "#1459c7"',
    'light: { accent: "#8fb8ff"',
    "accentText on accent",
  ],
  ["its links in the dark", 'link: "#9cc2ff"', 'link: "#1459c7"', "colors.dark: contrast of link"],
])("that not everybody can read, on %s, is refused", (_, from, to, what) => {
  change(from, to);
  expect(mistake().code).toBe("BRAND_INVALID");
  expect(mistake().message).toContain(what);
  expect(mistake().message).toMatch(/is \d\.\d\d, expected 4\.5 or more/);
});

test("that says PORTAL_MORE_BRANDS is a folder that does not exist is refused", () => {
  vi.stubEnv("PORTAL_MORE_BRANDS", join(parent, "nowhere"));
  expect(() => brandFolders()).toThrow(UserError);
});

test("leaves out files that lie beside the folders", () => {
  writeFileSync(join(parent, "README.md"), "");
  mkdirSync(join(parent, "zebra"));
  vi.stubEnv("PORTAL_MORE_BRANDS", parent);
  expect(brandFolders().map(({ name }) => name)).toEqual(["itschool", "lyceum", "zebra"]);
});
