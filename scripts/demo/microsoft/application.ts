import { randomBytes, randomUUID } from "node:crypto";
import type { AllClientMetadata } from "oidc-provider";

/** The portal's registration at this Microsoft, as the Entra admin centre would hold it. */
export class Application {
  readonly clientId = randomUUID();
  readonly clientSecret = randomBytes(30).toString("base64url");
  /** An earlier secret, which is refused since its time is over. */
  readonly expiredSecret = randomBytes(30).toString("base64url");
  /** The organisation it is registered at. */
  readonly tenant = randomUUID();
  readonly #redirectAddresses = new Set<string>();

  /** @param address where people may be sent back to; exactly this one */
  addRedirectAddress(address: string): void {
    this.#redirectAddresses.add(address);
  }

  get metadata(): AllClientMetadata {
    const redirectAddresses = [...this.#redirectAddresses];
    const hasPeople = redirectAddresses.length > 0;
    return {
      client_id: this.clientId,
      client_secret: this.clientSecret,
      token_endpoint_auth_method: "client_secret_post",
      redirect_uris: redirectAddresses,
      // A code leads nowhere before there is an address to send people back to.
      response_types: hasPeople ? ["code"] : [],
      grant_types: ["client_credentials", ...(hasPeople ? ["authorization_code"] : [])],
    };
  }
}
