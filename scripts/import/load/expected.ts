import { areNone, changesTo } from "../decide/changes.ts";
import type { Plan } from "../decide/decide.ts";
import type { Fingerprint } from "../fingerprint.ts";
import type { Loaded } from "./loader.ts";

/** What a plan comes to where all goes well. What comes to `unchanged` needs no request. */
export function expected({ account, base, merged, takes }: Plan, fingerprint: Fingerprint): Loaded {
  const changes = base && changesTo(base, account, fingerprint);
  const memberships = [...(changes ?? account).memberships.values()];
  const passwords = memberships.reduce((sum, one) => sum + one.passwords.size, 0);
  if (!changes) return { is: "made", passwords };
  const isNothing = areNone(changes) && merged.length + takes.length === 0;
  return { is: isNothing ? "unchanged" : "changed", passwords };
}
