import type { Facts } from "../facts.ts";
import { failed, given, judged, ok, type Verdict } from "../verdict.ts";

/** Whether the server has the brand's pages, mails and account console; it would show its own instead. */
export function theme({ config, themes }: Facts): Verdict {
  return judged(themes, (names) =>
    given(config, ({ brand }) => {
      const kinds = ["login", "email", "account"] as const;
      const missing = kinds.filter((kind) => !names[kind].includes(brand));
      if (missing.length === 0) return ok(`the server has the brand "${brand}"`);
      return failed(
        `the server lacks the brand "${brand}" (${missing.join(", ")})`,
        "Put the theme's JAR into Keycloak's folder providers, and start Keycloak again.",
      );
    }),
  );
}
