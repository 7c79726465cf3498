import { address } from "./checks/address.ts";
import { administrators } from "./checks/administrators.ts";
import { configuration } from "./checks/configuration.ts";
import { extension } from "./checks/extension.ts";
import { mail } from "./checks/mail.ts";
import { microsoft } from "./checks/microsoft.ts";
import { oldMethod } from "./checks/old-method.ts";
import { realm } from "./checks/realm.ts";
import { secrets } from "./checks/secrets.ts";
import { account, clocks, server, version } from "./checks/server.ts";
import { theme } from "./checks/theme.ts";
import type { Facts } from "./facts.ts";
import type { Verdict } from "./verdict.ts";

/** What is checked, in the order in which it is told. */
const checks: Readonly<Record<string, (facts: Facts) => Verdict>> = {
  configuration,
  server,
  account,
  version,
  address,
  clocks,
  theme,
  extension,
  realm,
  secrets,
  "old method": oldMethod,
  mail,
  microsoft,
  administrators,
};

/** One check and how it ended. */
export interface Finding extends Verdict {
  readonly check: string;
}

/** Judges what was seen. Needs no server. */
export function findings(facts: Facts): Finding[] {
  return Object.entries(checks).map(([check, judge]) => ({ check, ...judge(facts) }));
}
