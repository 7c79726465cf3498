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
    let next: string | null = await this.openWithoutFollowing(address, form);
    while (next !== null) next = await this.openWithoutFollowing(next);
    return this;
  }

  /**
   * Opens one address, and goes no further.
   *
   * @returns where it leads; `null` for a page, and at an application, which is not opened
   */
  async openWithoutFollowing(
    address: string,
    form?: Record<string, string>,
  ): Promise<string | null> {
    this.url = address;
    if (this.#apps.some((app) => address.startsWith(app))) return null;
    const answer = await fetch(address, {
      redirect: "manual",
      method: form ? "POST" : "GET",
      ...(form ? { body: new URLSearchParams(form) } : {}),
      headers: {
        cookie: this.#cookiesFor(address),
      },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [text = ""] = cookie.split(";");
      const path = /; *Path=([^;]*)/i.exec(cookie)?.[1] ?? "/";
      this.#cookies.set(`${path} ${text.split("=")[0]}`, { path, text });
    }
    const location = answer.headers.get("location");
    if (location) return new URL(location, address).href;
    this.html = await answer.text();
    return null;
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

  /** A cookie's value, empty where it has none. */
  cookie(name: string): string {
    const kept = [...this.#cookies.values()].find(({ text }) => text.startsWith(`${name}=`));
    return kept?.text.slice(name.length + 1) ?? "";
  }

  /** Puts a cookie in that no server has given to it. */
  give(name: string, value: string, path: string): void {
    this.#cookies.set(`${path} ${name}`, { path, text: `${name}=${value}` });
  }

  send(form: Record<string, string>): Promise<this> {
    return this.open(this.formAddress, form);
  }

  /** Where the form of this page is sent to, also of one that is drawn in a browser alone. */
  get formAddress(): string {
    return this.#address(/action="([^"]+)"|"loginAction": ?"([^"]+)"/);
  }

  follow(link: RegExp): Promise<this> {
    return this.open(this.#address(link));
  }

  #address(pattern: RegExp): string {
    const found = pattern
      .exec(this.html)
      ?.slice(1)
      .find((part) => part !== undefined);
    if (!found) throw new Error(`nothing like ${pattern} on ${this.url}`);
    return new URL(found.replaceAll("&amp;", "&").replaceAll("\\/", "/"), this.url).href;
  }

  /** What the page asks for: the names of its visible fields. */
  get fields(): string[] {
    return [...this.html.matchAll(/<input[^>]*\bname="([^"]+)"/g)].map(([, name = ""]) => name);
  }
}
