import { Form } from "../components/Form.tsx";
import { Notice } from "../components/Notice.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Somebody came by an identity provider for the first time, with the address of an account here. */
export function LoginIdpLinkConfirm() {
  const page = usePage<"login-idp-link-confirm.ftl">();
  return (
    <>
      <h1>{page.msg("confirmLinkIdpTitle")}</h1>
      <If test={page.has((kc) => kc.message?.summary)}>
        {/* Keycloak calls it an error; to the person it is a question. */}
        <Notice kind="warning" role="status">
          <p>{page.text((kc) => kc.message?.summary)}</p>
        </Notice>
      </If>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <button type="submit" className="second-action" name="submitAction" value="updateProfile">
          {page.msg("confirmLinkIdpReviewProfile")}
        </button>
        <button type="submit" className="main-action" name="submitAction" value="linkAccount">
          {page.msgWith("confirmLinkIdpContinue", (kc) => kc.idpDisplayName)}
        </button>
      </Form>
    </>
  );
}
