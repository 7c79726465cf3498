import { usePage } from "../freemarker/page-model.tsx";

/** The page was open for too long, or the browser's Back button led out of the sign-in. */
export function LoginPageExpired() {
  const page = usePage<"login-page-expired.ftl">();
  return (
    <>
      <h1>{page.msg("pageExpiredTitle")}</h1>
      <p>{page.msg("expiredText")}</p>
      <a className="main-action" href={page.text((kc) => kc.url.loginAction)}>
        {page.msg("expiredContinue")}
      </a>
      <a className="second-action" href={page.text((kc) => kc.url.loginRestartFlowUrl)}>
        {page.msg("expiredRestart")}
      </a>
    </>
  );
}
