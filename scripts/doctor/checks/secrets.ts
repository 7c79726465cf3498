import { counted } from "../../counted.ts";
import { schoolClientId } from "../../realm/school.ts";
import type { Facts } from "../facts.ts";
import { failed, given, ok, type Verdict, warning } from "../verdict.ts";

/** Whether every secret is where it belongs, and nowhere else. */
export function secrets(facts: Facts): Verdict {
  const verdict = missingSecrets(facts);
  if (verdict.state === "failed" || !facts.isEnvReadable) return verdict;
  return warning("others on this machine can read .env", "Run: chmod 600 .env");
}

function missingSecrets({ config, comparison }: Facts): Verdict {
  return given(config, ({ mail, schools }) => {
    if (mail.user !== undefined && mail.password === undefined) {
      return failed(
        `mail.user is "${mail.user}", and there is no mail.password`,
        "Set the variable that portal.yaml names, and run portail apply --secrets.",
      );
    }
    return given(comparison, ({ live }) => {
      const confidential = schools.filter(({ application }) => application.type === "confidential");
      // Keycloak may hide a secret, but not that there is one.
      const without = confidential.filter(({ id }) => {
        const client = live?.clients.get(schoolClientId(id));
        return client !== undefined && !client.secret;
      });
      if (without.length === 0) return ok("none is missing");
      return failed(
        `${counted(without.length, "confidential school")} without a secret: ${without.map(({ id }) => id).join(", ")}`,
        "portail schools rotate-secret makes one; give it to the school.",
      );
    });
  });
}
