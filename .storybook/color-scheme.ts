/** What the toolbar offers: the system's own colour scheme, or one of the two. */
export type ColorScheme = "system" | "light" | "dark";

const query = /\(prefers-color-scheme:\s*(light|dark)\)/;
const originals = new WeakMap<CSSMediaRule, string>();

/**
 * Shows the page in a colour scheme whatever the system's is. A page can't set what
 * `prefers-color-scheme` answers, so the rules that ask for it are told.
 */
export function showColorScheme(scheme: ColorScheme): void {
  document.documentElement.style.colorScheme = scheme === "system" ? "light dark" : scheme;
  for (const rule of mediaRules()) {
    const original = originals.get(rule) ?? rule.media.mediaText;
    const wanted = query.exec(original)?.[1];
    if (wanted === undefined) continue;
    originals.set(rule, original);
    if (scheme === "system") rule.media.mediaText = original;
    else rule.media.mediaText = wanted === scheme ? "all" : "not all";
  }
}

function mediaRules(): CSSMediaRule[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule);
}
