import { isLoopback } from "../../config/schema.ts";
import type { Facts } from "../facts.ts";
import { failed, given, ok, type Verdict, warning } from "../verdict.ts";

/** Whether people and applications reach the server by one name, and nobody can listen. */
export function address({ answer, comparison }: Facts): Verdict {
  return given(answer, ({ url, issuer, hasStrictTransport }) => {
    const [asked, own] = [new URL(url), new URL(issuer)];
    for (const open of [asked, own]) {
      if (open.protocol === "https:" || isLoopback(open)) continue;
      return failed(
        `${open.origin} is plain http: whoever is on the way can read passwords`,
        "Give the server a certificate, or let a proxy with one stand in front of it, and name https in KC_HOSTNAME and KEYCLOAK_URL.",
      );
    }
    if (comparison.is === "seen" && comparison.value.live?.settings.sslRequired === "none") {
      return failed(
        "the realm lets people in over plain http (sslRequired is none)",
        "Run portail apply.",
      );
    }
    // As addresses, in which capitals and a usual port make no difference.
    if (!own.href.startsWith(new URL(`${url}/`).href)) {
      return warning(
        `the server calls itself ${issuer.replace(/\/realms\/.*$/, "")}, and KEYCLOAK_URL is ${url}`,
        "Right where KEYCLOAK_URL is an inner address of the same server; else set its KC_HOSTNAME.",
      );
    }
    if (isLoopback(asked)) return ok(`${url}, on this machine alone`);
    if (!hasStrictTransport) {
      return warning(
        "browsers are not told to use https alone (no Strict-Transport-Security)",
        "Let the proxy pass the header on that Keycloak sends.",
      );
    }
    return ok(`${url}, with https alone`);
  });
}
