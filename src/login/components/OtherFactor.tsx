import type { ReactNode } from "react";
import { If, usePage } from "../freemarker/page-model.tsx";
import { Form } from "./Form.tsx";

/** Keycloak is asked this by a call; Keycloakify describes the answer that its own pages are given. */
type AskedAuth = { showTryAnotherWayLink(): boolean } | undefined;

/**
 * Where somebody goes who cannot answer what the page asks: to another way, or to the school where
 * there is none.
 */
export function OtherFactor() {
  const page = usePage();
  return (
    <>
      <AnotherWay otherwise={<p className="quiet">{page.msg("factorLost")}</p>} />
      <OtherAccount />
    </>
  );
}

/** A button to the other ways in which the person can prove who they are, where there are any. */
export function AnotherWay(props: { otherwise?: ReactNode }) {
  const page = usePage();
  return (
    <If
      test={page.flag((kc) => (kc.auth as unknown as AskedAuth)?.showTryAnotherWayLink())}
      otherwise={props.otherwise}
    >
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <button type="submit" className="second-action" name="tryAnotherWay" value="on">
          {page.msg("doTryAnotherWay")}
        </button>
      </Form>
    </If>
  );
}

/** The way out for whoever is not the person that the page takes them for. */
export function OtherAccount() {
  const page = usePage();
  return (
    <p className="quiet">
      <a href={page.text((kc) => kc.url.loginRestartFlowUrl)}>{page.msg("restartLoginTooltip")}</a>
    </p>
  );
}
