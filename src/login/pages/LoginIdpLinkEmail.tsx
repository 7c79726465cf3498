import { Form } from "../components/Form.tsx";
import { Notice, ServerMessage } from "../components/Notice.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/**
 * The mail with which an account elsewhere is linked has been sent. Its two buttons stand within
 * sentences; what they are called aloud makes sense without the sentence.
 */
export function LoginIdpLinkEmail() {
  const page = usePage<"login-idp-link-email.ftl">();
  const [beforeAccount, afterAccount] = page.msgAround("emailLinkIdp1", (kc) => kc.idpDisplayName);
  const [beforeResend, afterResend] = page.msgAround("linkEmailResend");
  const [beforeContinue, afterContinue] = page.msgAround("linkEmailContinue");
  return (
    <>
      <h1>{page.msgWith("emailLinkIdpTitle", (kc) => kc.idpDisplayName)}</h1>
      <If test={page.flag((kc) => kc.link?.isSentAgain)}>
        <Notice kind="success" role="status">
          <p>{page.msg("linkEmailSentAgain")}</p>
        </Notice>
      </If>
      <If test={page.flag((kc) => kc.link?.isLimited)}>
        <Notice kind="error" role="alert">
          <p>{page.msg("linkEmailLimited")}</p>
        </Notice>
      </If>
      <If test={page.flag((kc) => kc.link?.isWaiting)}>
        <Notice kind="error" role="alert">
          <p>{page.msg("linkEmailWaiting")}</p>
        </Notice>
      </If>
      <ServerMessage />
      <If test={page.not(page.flag((kc) => kc.link?.isUnsent))}>
        <p>
          {beforeAccount}
          <strong>
            <bdi>{page.text((kc) => kc.brokerContext.username)}</bdi>
          </strong>
          {afterAccount}
        </p>
      </If>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <p>
          {beforeResend}
          <button
            type="submit"
            className="inline-action"
            name="method"
            value="resend"
            aria-label={page.msg("linkEmailResendLabel")}
          >
            {page.msg("linkHere")}
          </button>
          {afterResend}
        </p>
        <p>
          {beforeContinue}
          <button
            type="submit"
            className="inline-action"
            name="method"
            value="continue"
            aria-label={page.msg("linkEmailContinueLabel")}
          >
            {page.msg("linkHere")}
          </button>
          {afterContinue}
        </p>
      </Form>
    </>
  );
}
