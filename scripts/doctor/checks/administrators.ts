import type { Facts } from "../facts.ts";
import { judged, ok, type Verdict, warning } from "../verdict.ts";

/** Whether the administrator that Keycloak was started with is still there. */
export function administrators({ administrators }: Facts): Verdict {
  return judged(administrators, (all) => {
    const temporary = all.filter(({ isTemporary }) => isTemporary).map(({ name }) => name);
    if (temporary.length > 0) {
      return warning(
        `temporary ones are still there: ${temporary.join(", ")}`,
        "Once others administer the server: portail bootstrap --delete-temporary-admin",
      );
    }
    // The name that everybody tries first.
    if (all.some(({ name }) => name === "admin")) {
      return warning(
        'one is called "admin", the name that everybody tries first',
        "Give each person an account of their own with a second factor, and delete this one.",
      );
    }
    return ok("no temporary or default one");
  });
}
