import type { Facts } from "../facts.ts";
import { failed, judged, ok, type Verdict, warning } from "../verdict.ts";

const remedy =
  "npm run build makes the JAR; put it into Keycloak's folder providers, and start Keycloak again.";

/** Whether the server has the portal's own rules, and those that belong to this version. */
export function extension({ extension }: Facts): Verdict {
  return judged(extension, ({ deployed, own }) => {
    if (deployed === null) return failed("the server lacks the portal's extension", remedy);
    if (deployed === own) return ok("the server has this version's");
    return warning("the server has another version of the portal's extension", remedy);
  });
}
