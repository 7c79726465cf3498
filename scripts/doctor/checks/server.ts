import { oldestVersion, versionVerdict, versionWarning } from "../../keycloak/server-version.ts";
import type { Facts } from "../facts.ts";
import { failed, judged, ok, type Verdict, warning } from "../verdict.ts";

/** Whether a Keycloak answers where one is said to be. */
export function server({ answer }: Facts): Verdict {
  return judged(answer, ({ url }) => ok(`${url} answers`));
}

/** Whether it lets portail in. */
export function account({ account }: Facts): Verdict {
  return judged(account, (name) => ok(`${name} may sign in`));
}

/** Whether it is a Keycloak that this portal is safe on. */
export function version({ version }: Facts): Verdict {
  return judged(version, (number) => {
    const verdict = versionVerdict(number);
    if (verdict === "untried") {
      return warning(versionWarning(number) ?? "", "Try it with a copy of the realm first.");
    }
    if (verdict === "supported") return ok(`Keycloak ${number}`);
    return failed(
      `Keycloak ${number} lacks security fixes that this portal relies on`,
      `Update it to ${oldestVersion} or newer; it keeps its realms.`,
    );
  });
}

/** Apart by so much, tokens of the one begin to be of the past or of the future for the other. */
const noticeableSeconds = 5;
const harmfulSeconds = 60;

/** Whether the clocks of this machine and of the server agree. */
export function clocks({ clocks }: Facts): Verdict {
  return judged(clocks, ({ here, there }) => {
    const seconds = Math.round(Math.abs(here.getTime() - there.getTime()) / 1000);
    if (seconds <= noticeableSeconds) return ok("this machine's and the server's agree");
    const text = `this machine's and the server's are ${seconds} s apart`;
    const remedy = "Set both right, best by a time service.";
    return seconds > harmfulSeconds ? failed(text, remedy) : warning(text, remedy);
  });
}
