/** What can be read, line by line. */
export function words(markup: string): string[] {
  return markup
    .replaceAll("</a><a", "</a><br><a")
    .replaceAll(/<button[^>]*class="inline-action"[^>]*>([^<]*)<\/button>/g, "$1")
    .replaceAll(/<\/?(?:strong|bdi|a|span|svg|path|circle)\b[^>]*>/g, "")
    .split(/<[^>]+>/)
    .map((text) => text.replaceAll("&#x27;", "'").trim())
    .filter(Boolean);
}

/** What a form sends, by its inputs and the buttons that say something: name and value, in order. */
export function sent(markup: string): string[] {
  return [...markup.matchAll(/<(?:input|button)[^>]* name="[^>]*>/g)].map(([tag]) => {
    const [name = "", value = ""] = ["name", "value"].map(
      (attribute) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1],
    );
    return `${name}=${value}`;
  });
}

/** Names of what a form sends, in order. */
export function fields(markup: string): string[] {
  return [...markup.matchAll(/<input[^>]* name="([^"]+)"/g)].map(([, name]) => name as string);
}
