import type { PortalConfig } from "../../config/schema.ts";
import { secretName } from "../../plan/secrets.ts";
import { microsoftAlias } from "../../realm/microsoft.ts";
import type { MicrosoftAnswer } from "../ask-microsoft.ts";
import type { Facts } from "../facts.ts";
import { failed, given, judged, ok, type Verdict, warning } from "../verdict.ts";

/** Whether Microsoft accepts the application and its secret, and the realm has them. */
export function microsoft(facts: Facts): Verdict {
  return given(facts.config, (config) =>
    judged(facts.microsoft, (answer) => {
      if (answer === null) return ok("not offered: the configuration has no microsoft.clientId");
      if (answer.is === "accepted") return accepted(facts);
      if (answer.is === "silent") {
        return warning(
          `${answer.host} can't be asked from this machine: ${answer.why}`,
          "If Keycloak's machine can't reach it either, nobody signs in with Microsoft.",
        );
      }
      return refused(answer, config, hasOtherSecret(facts));
    }),
  );
}

/** The answer is about the configuration's secret; sign-ins use the realm's. */
function accepted(facts: Facts): Verdict {
  const text = "Microsoft accepts the application's secret";
  if (hasOtherSecret(facts)) {
    return warning(`${text}, which the realm does not have yet`, "Run portail apply.");
  }
  const { comparison } = facts;
  const secret = secretName("identity provider", microsoftAlias, "config.clientSecret");
  return ok(
    comparison.is === "seen" && comparison.value.plan.unknown.includes(secret)
      ? `${text}; whether the realm has the same one can't be seen without PORTAIL_STATE_KEY`
      : text,
  );
}

/** Whether the realm is known to have another secret than the configuration. */
function hasOtherSecret({ comparison }: Facts): boolean {
  if (comparison.is !== "seen") return false;
  return comparison.value.plan.changes.some(
    ({ kind, name, fields }) =>
      kind === "identity provider" &&
      name === microsoftAlias &&
      fields.some((field) => "secret" in field),
  );
}

/** Stands for the accounts of many tenants, none of which an application has a token for by itself. */
const manyTenants: ReadonlySet<string> = new Set(["common", "organizations", "consumers"]);

/**
 * What Microsoft's codes mean here. They are documented and "subject to change": an unknown one is no
 * verdict.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function refused(
  { error, code }: Extract<MicrosoftAnswer, { is: "refused" }>,
  { microsoft: application }: PortalConfig,
  isOtherInRealm: boolean,
): Verdict {
  const { tenant = "", clientSecret = "" } = application ?? {};
  // Whoever put a wrong one into the configuration need not fear that nobody gets in.
  const other = isOtherInRealm ? "; the realm has another one, which sign-ins use" : "";
  const said = code === undefined ? error : `AADSTS${code}`;
  switch (code) {
    case 7000215:
      return failed(
        `Microsoft refuses the application's secret (${said})${other}`,
        isGuid.test(clientSecret)
          ? "What is set looks like the Secret ID; the Value is what counts, and is shown only when a secret is made. Make a new one in Entra's admin centre, put its Value into .env and run portail apply."
          : newSecret,
      );
    case 7000222:
      return failed(`the application's secret has expired (${said})${other}`, newSecret);
    case 7000112:
      return failed(
        `the application is switched off at Microsoft (${said})`,
        "Switch it on in Entra's admin centre: Enterprise applications, Properties.",
      );
    case 50194:
    case 9002332:
      return failed(
        `the application does not take the accounts of microsoft.tenant, "${tenant}" (${said})`,
        "Change one of the two: docs/microsoft.md has which belong together.",
      );
    case 90002:
    case 900023:
      if (manyTenants.has(tenant)) break;
      return failed(
        `Microsoft knows no tenant "${tenant}" (${said})`,
        "Compare microsoft.tenant with Entra's admin centre, Overview.",
      );
  }
  if (code === 700016 || (code === undefined && error === "unauthorized_client")) {
    return failed(
      `Microsoft knows no such application for the tenant "${tenant}" (${said})`,
      "Compare microsoft.clientId with the Application (client) ID, and microsoft.tenant with the supported account types.",
    );
  }
  const text = `Microsoft's answer does not tell whether it accepts the secret (${said})`;
  if (manyTenants.has(tenant)) return { state: "unseen", text: `${text}, for "${tenant}"` };
  return warning(text, `Look it up: https://login.microsoftonline.com/error?code=${code ?? error}`);
}

const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const newSecret =
  "Make a new one in Entra's admin centre (Certificates & secrets), put its Value into .env and run portail apply.";
