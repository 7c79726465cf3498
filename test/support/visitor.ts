/** A browser of the simplest kind: keeps cookies, follows redirects on the server, sends forms. */
export class Visitor {
  /** `name=value` by path and name: each realm has its own. */
  readonly #cookies = new Map<string, { path: string; text: string }>();
  /** The page it is on, or the address of the application that it was sent to. */
  html = "";
  url = "";
  readonly #apps: readonly string[];

  /** @param apps where the applications' own addresses begin; none of them is opened */
  constructor(...apps: string[]) {
    this.#apps = apps;
  }

  async open(address: string, form?: Record<string, string>): Promise<this> {
    let request: { url: string; form?: Record<string, string> } = { url: address, form };
    for (;;) {
      this.url = request.url;
      if (this.#apps.some((app) => request.url.startsWith(app))) return this;
      const answer = await fetch(request.url, {
        redirect: "manual",
        method: request.form ? "POST" : "GET",
        ...(request.form ? { body: new URLSearchParams(request.form) } : {}),
        headers: {
          cookie: this.#cookiesFor(request.url),
        },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [text = ""] = cookie.split(";");
        const path = /; *Path=([^;]*)/i.exec(cookie)?.[1] ?? "/";
        this.#cookies.set(`${path} ${text.split("=")[0]}`, { path, text });
      }
      const location = answer.headers.get("location");
      if (!location) {
        this.html = await answer.text();
        return this;
      }
      request = { url: new URL(location, request.url).href };
    }
  }

  #cookiesFor(url: string): string {
    const { pathname } = new URL(url);
    return [...this.#cookies.values()]
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ text }) => text)
      .join("; ");
  }

  /** Loses a cookie, as a browser that was closed does, or as whoever owns the browser may have it. */
  forget(cookie: string): void {
    for (const name of this.#cookies.keys()) {
      if (name.endsWith(` ${cookie}`)) this.#cookies.delete(name);
    }
  }

  /** Puts another browser's cookie in the place of its own. */
  take(cookie: string, from: Visitor): void {
    for (const [name, kept] of from.#cookies) {
      if (name.endsWith(` ${cookie}`)) this.#cookies.set(name, kept);
    }
  }

  send(form: Record<string, string>): Promise<this> {
    return this.open(this.formAddress, form);
  }

  /** Where the form of this page is sent to. */
  get formAddress(): string {
    return this.#address(/action="([^"]+)"/);
  }

  follow(link: RegExp): Promise<this> {
    return this.open(this.#address(link));
  }

  #address(pattern: RegExp): string {
    const found = pattern.exec(this.html)?.[1];
    if (!found) throw new Error(`nothing like ${pattern} on ${this.url}`);
    return new URL(found.replaceAll("&amp;", "&"), this.url).href;
  }

  /** What the page asks for: the names of its visible fields. */
  get fields(): string[] {
    return [...this.html.matchAll(/<input[^>]*\bname="([^"]+)"/g)].map(([, name = ""]) => name);
  }
}
