import type { Facts } from "../facts.ts";
import { judged, ok, type Verdict } from "../verdict.ts";

/** Whether mails leave the server. */
export function mail({ testMail }: Facts): Verdict {
  return judged(testMail, (to) => ok(`the mail server took one for ${to}: see that it arrives`));
}
