import { counted } from "../../counted.ts";
import type { Facts } from "../facts.ts";
import { judged, ok, type Verdict } from "../verdict.ts";

/** Whether the configuration can be read, with every variable it names. */
export function configuration({ config }: Facts): Verdict {
  return judged(config, ({ realm, schools }) =>
    ok(`realm "${realm}" with ${counted(schools.length, "school")}`),
  );
}
