import type { CDPSession, Page } from "@playwright/test";

/** A phone's or a computer's own store of passkeys, as Chromium pretends to have one. */
export class VirtualAuthenticator {
  readonly #browser: CDPSession;
  readonly #id: string;

  private constructor(browser: CDPSession, id: string) {
    this.#browser = browser;
    this.#id = id;
  }

  /**
   * Gives a page a device that says yes to whatever it is asked.
   *
   * @param isPresent whether somebody is at it from the start
   */
  static async on(page: Page, { isPresent = true } = {}): Promise<VirtualAuthenticator> {
    const browser = await page.context().newCDPSession(page);
    await browser.send("WebAuthn.enable");
    const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: isPresent,
      },
    });
    return new VirtualAuthenticator(browser, authenticatorId);
  }

  /** Somebody comes to the device, and says yes, or goes away from it. */
  async setPresent(enabled: boolean): Promise<void> {
    await this.#browser.send("WebAuthn.setAutomaticPresenceSimulation", {
      authenticatorId: this.#id,
      enabled,
    });
  }

  /** The passkeys it has. */
  async passkeys() {
    const { credentials } = await this.#browser.send("WebAuthn.getCredentials", {
      authenticatorId: this.#id,
    });
    return credentials;
  }
}
