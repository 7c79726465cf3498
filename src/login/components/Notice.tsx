import type { ReactNode } from "react";
import { If, usePage } from "../freemarker/page-model.tsx";

/** A box that tells the person something. `role` is `alert` where it must be heard at once. */
export function Notice(props: { kind: string; role?: "alert" | "status"; children: ReactNode }) {
  return (
    <div className={`notice notice-${props.kind}`} role={props.role}>
      {props.children}
    </div>
  );
}

/** What the server has to say about the last step, where no field says it already. */
export function ServerMessage() {
  const page = usePage();
  // Somebody who asked for this step from the account console needs no warning that it is due.
  const isOwnWish = page.all(
    page.flag((kc) => kc.isAppInitiatedAction),
    page.equals((kc) => kc.message?.type, "warning"),
  );
  return (
    <If
      test={page.all(
        page.has((kc) => kc.message?.summary),
        page.not(isOwnWish),
      )}
    >
      <Notice kind={page.text((kc) => kc.message?.type)} role="status">
        <p>{page.text((kc) => kc.message?.summary)}</p>
      </Notice>
    </If>
  );
}
