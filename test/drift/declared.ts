import { join } from "node:path";
import { loadConfig } from "../../scripts/config/load.ts";
import type { PortalConfig } from "../../scripts/config/schema.ts";
import { type DesiredRealm, desiredRealm } from "../../scripts/realm/desired.ts";

/** By which a realm keeps hashes of its secrets. */
export const stateKey = "a long text that is always the same";

/** A realm in which everything that can be declared is. */
export async function everythingDeclared(realm: string): Promise<DesiredRealm> {
  return desiredRealm(await fullConfig(), realm);
}

/**
 * The shipped configuration with what it leaves to variables, a public school that says all it can,
 * and a confidential one that says the least.
 */
export async function fullConfig(): Promise<PortalConfig> {
  const shipped = await loadConfig(join(import.meta.dirname, "../../realm-config"), {
    SMTP_HOST: "mail.example.org",
    SMTP_PORT: "587",
    SMTP_ENCRYPTION: "starttls",
    SMTP_USER: "portail",
    SMTP_PASSWORD: "not-a-secret",
    MICROSOFT_CLIENT_ID: "an-application",
    MICROSOFT_CLIENT_SECRET: "not-a-secret",
    DEMO_SCHOOL_URL: "https://demo.example.org",
    SAINT_EXUPERY_SCHOOL_URL: "https://saint-exupery.example.org",
  });
  const home = "https://athenee.example.org/";
  return {
    ...shipped,
    mail: { ...shipped.mail, replyTo: "aide@example.org" },
    secondFactor: { ...shipped.secondFactor, rememberDeviceDays: 30 },
    schools: [
      {
        id: "complete",
        name: "École complète",
        application: {
          type: "public",
          home: "https://complete.example.org/",
          redirects: ["https://complete.example.org/callback", "http://localhost:4000/callback"],
          afterSignOut: ["https://complete.example.org/", "http://localhost:4000/"],
          backchannelLogout: "https://complete.example.org/backchannel-logout",
        },
        video: "https://video.example.org/portail",
        legacy: { until: "2027-06-30" },
      },
      {
        id: "least",
        name: "Athénée",
        application: {
          type: "confidential",
          home,
          redirects: [`${home}callback`],
          afterSignOut: [home],
        },
      },
    ],
  };
}
