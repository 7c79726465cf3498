import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import type { Language } from "../../src/login/messages/index.ts";
import { UserError } from "../errors.ts";
import { contrastRatio } from "./contrast.ts";

const color = z.string().regex(/^#[0-9a-f]{6}$/i, "expected a colour such as #1459c7");
const palette = z.strictObject({
  accent: color.describe("fills the main button"),
  accentText: color.describe("is written on the main button"),
  link: color.describe("colour of links"),
});
const address = z.url({
  protocol: /^https$/,
  error: "expected an address that begins with https://",
});
const link = z.union([
  address,
  z.strictObject({ fr: address, nl: address, de: address, en: address }),
]);
const brandSchema = z.strictObject({
  name: z.string().min(1),
  colors: z.strictObject({ light: palette, dark: palette }),
  links: z.strictObject({ terms: link, privacy: link }),
});

/** How one network of schools looks, and what it is called. */
export interface Brand extends z.infer<typeof brandSchema> {
  /** Name of the brand's folder and of the theme made from it. */
  id: string;
  /** Files of the brand that pages show, by name: `logo.svg`, `icon.svg`. */
  images: Record<string, Buffer>;
}

/** A brand's folder, named like the theme that is made from it. */
export interface BrandFolder {
  name: string;
  path: string;
}

/** Cards and boxes that links stand on; `palette.css` has the same. */
const surfaces = { light: "#ffffff", dark: "#19202b" };
/** Least contrast of text: WCAG 2.2, success criterion 1.4.3, level AA. */
const leastContrast = 4.5;

/**
 * The folders of all brands: those in `themes/`, and those in the folder that
 * `PORTAL_MORE_BRANDS` names. `itschool` comes first, then by name.
 *
 * @throws UserError `BRANDS_MISSING` when the variable names no folder
 */
export function brandFolders(): BrandFolder[] {
  const more = process.env.PORTAL_MORE_BRANDS;
  if (more !== undefined && !existsSync(more)) {
    throw new UserError(
      "BRANDS_MISSING",
      `PORTAL_MORE_BRANDS is "${more}", which is not a folder`,
      "Correct the variable, or unset it.",
    );
  }
  const parents = [join(import.meta.dirname, "../../themes"), more];
  return parents
    .filter((parent) => parent !== undefined)
    .flatMap((parent) =>
      readdirSync(parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => ({ name: entry.name, path: join(parent, entry.name) })),
    )
    .sort(
      (a, b) =>
        Number(b.name === "itschool") - Number(a.name === "itschool") ||
        a.name.localeCompare(b.name),
    );
}

/**
 * Reads a brand from its folder.
 *
 * @throws UserError `BRAND_INVALID` when a file is missing or `brand.yaml` says something else than
 *   a brand, or its colours cannot be read by everybody
 */
export function readBrand(folder: BrandFolder): Brand {
  const file = join(folder.path, "brand.yaml");
  const invalid = (what: string) =>
    new UserError(
      "BRAND_INVALID",
      `${file}: ${what}`,
      "Compare it with themes/itschool/brand.yaml.",
    );
  const images: Brand["images"] = {};
  for (const image of ["logo.svg", "icon.svg"]) {
    if (!existsSync(join(folder.path, image))) throw invalid(`${image} is missing beside it`);
    images[image] = readFileSync(join(folder.path, image));
  }
  const document = parseDocument(existsSync(file) ? readFileSync(file, "utf8") : "{}");
  const [mistake] = document.errors;
  if (mistake) throw invalid(mistake.message.split("\n", 1)[0] as string);
  const result = brandSchema.safeParse(document.toJS());
  if (!result.success) throw invalid(z.prettifyError(result.error));
  const { colors } = result.data;
  for (const mode of ["light", "dark"] as const) {
    const { accent, accentText, link } = colors[mode];
    for (const [what, ratio] of [
      [`accentText on accent`, contrastRatio(accentText, accent)],
      [`link on the card (${surfaces[mode]})`, contrastRatio(link, surfaces[mode])],
    ] as const) {
      if (ratio < leastContrast) {
        throw invalid(
          `colors.${mode}: contrast of ${what} is ${ratio.toFixed(2)}, expected ${leastContrast} or more`,
        );
      }
    }
  }
  return { id: basename(folder.path), images, ...result.data };
}

/** The brand's address of a page in a language. */
export function brandLink(brand: Brand, link: keyof Brand["links"], language: Language): string {
  const value = brand.links[link];
  return typeof value === "string" ? value : value[language];
}
