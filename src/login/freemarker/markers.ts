/**
 * FreeMarker inside markup that React renders at build time.
 *
 * React would escape `${…}` and `<#if …>`, so expressions travel through it as markers made of
 * private-use characters (which no text of ours contains) and are turned into FreeMarker at the end.
 */
const open = "\uE000";
const close = "\uE001";

/** A marker that becomes `${expression}`: FreeMarker escapes its value for HTML. */
export function interpolation(expression: string): string {
  return marker(`\${${expression}}`);
}

/** A marker that becomes the FreeMarker tag given, e.g. `<#if (user)??>`. */
export function directive(tag: string): string {
  return marker(tag);
}

/**
 * Replaces the markers in rendered markup by the FreeMarker they stand for.
 *
 * @throws Error when a marker was cut or changed on its way through the renderer, which would ship a
 *   broken page
 */
export function toFreemarker(markup: string): string {
  const result = markup.replaceAll(
    new RegExp(`${open}([^${open}${close}]*)${close}`, "g"),
    (_, code: string) => decodeURIComponent(code),
  );
  if (result.includes(open) || result.includes(close)) {
    throw new Error("A FreeMarker marker was damaged while a page was rendered");
  }
  return result;
}

/** Percent-encoding leaves only characters that HTML escaping does not touch. */
function marker(freemarker: string): string {
  return `${open}${encodeURIComponent(freemarker).replaceAll("'", "%27")}${close}`;
}
