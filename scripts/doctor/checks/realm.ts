import { planSummary } from "../../plan/print.ts";
import type { Facts } from "../facts.ts";
import { failed, judged, ok, type Verdict, warning } from "../verdict.ts";

/** Whether the realm is what the configuration says. */
export function realm({ comparison }: Facts): Verdict {
  return judged(comparison, ({ live, plan }) => {
    if (live === null) return failed(`there is no realm "${plan.realm}"`, "Run portail apply.");
    if (plan.conflicts.length > 0) return failed(planSummary(plan), "Run portail plan.");
    if (plan.changes.length > 0) {
      return warning(planSummary(plan), "portail plan shows them, portail apply settles them.");
    }
    return ok("as the configuration says");
  });
}
