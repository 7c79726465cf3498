import type { CSSProperties } from "react";

/** Colours of one mode that a brand chooses. */
export interface Palette {
  accent: string;
  accentText: string;
  link: string;
}

/** What the e-mails need to know of a brand. */
export interface EmailBrand {
  name: string;
  colors: { light: Palette; dark: Palette };
}

const surface = {
  light: { page: "#eef2f7", card: "#ffffff", text: "#1c2430", quiet: "#556070" },
  dark: { page: "#10151d", card: "#19202b", text: "#e8edf4", quiet: "#aab5c4" },
};

/**
 * The e-mails' styles, written into each element since many mail clients read nothing else. All of
 * them are plain enough for Outlook, which draws with Word.
 */
export function emailStyles({ colors: { light } }: EmailBrand) {
  const { page, card, text, quiet } = surface.light;
  // Outlook's cells inherit no letters from what is around their table.
  const letters = { fontFamily: "Helvetica, Arial, sans-serif", color: text };
  const large = { ...letters, fontSize: "16px", lineHeight: "24px" };
  const small = { ...letters, fontSize: "14px", lineHeight: "20px", color: quiet };
  return {
    page: { margin: 0, padding: 0, width: "100%", backgroundColor: page },
    outer: { padding: "24px 12px" },
    column: { width: "100%", maxWidth: "560px" },
    brand: { ...letters, padding: "0 8px 16px", fontSize: "22px", fontWeight: 700 },
    card: {
      ...large,
      padding: "28px 24px 12px",
      backgroundColor: card,
      borderRadius: "12px",
      // A cell grows with its longest word, such as an address, unless that may break anywhere.
      wordBreak: "break-word",
    },
    paragraph: { margin: "0 0 16px" },
    // All of the button is its link, except in Outlook, whose links have no padding.
    button: {
      ...large,
      msoPaddingAlt: "14px 24px",
      backgroundColor: light.accent,
      borderRadius: "8px",
      textAlign: "center",
    },
    buttonLink: {
      display: "inline-block",
      padding: "14px 24px",
      color: light.accentText,
      fontSize: "16px",
      fontWeight: 700,
      textDecoration: "none",
    },
    quiet: { ...small, margin: "16px 0" },
    address: { ...small, margin: "24px 0 16px", fontSize: "12px", lineHeight: "16px" },
    link: { color: light.link, wordBreak: "break-all" },
    code: { margin: "0 0 16px", fontSize: "28px", lineHeight: "36px", fontWeight: 700 },
    list: { margin: "0 0 16px", paddingLeft: "24px" },
    footer: { ...small, padding: "16px 8px" },
  } satisfies Record<string, CSSProperties & { msoPaddingAlt?: string }>;
}

/**
 * A style sheet for the clients that read one and show dark messages. It has no quotes, angle
 * brackets or ampersands, which the renderer would escape.
 */
export function darkStyleSheet({ colors: { dark } }: EmailBrand): string {
  const { page, card, text, quiet } = surface.dark;
  const rules = {
    page: `background-color: ${page} !important`,
    brand: `color: ${text} !important`,
    card: `background-color: ${card} !important; color: ${text} !important`,
    button: `background-color: ${dark.accent} !important`,
    "button-link": `color: ${dark.accentText} !important`,
    quiet: `color: ${quiet} !important`,
    link: `color: ${dark.link} !important`,
  };
  const css = Object.entries(rules).map(([name, rule]) => `.${name} { ${rule}; }`);
  return `@media (prefers-color-scheme: dark) { ${css.join(" ")} }`;
}
