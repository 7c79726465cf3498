import { BackToSchool } from "../components/BackToSchool.tsx";
import { Each, If, usePage } from "../freemarker/page-model.tsx";

/** What Keycloak says between two steps: a password was changed, a link must be confirmed. */
export function Info() {
  const page = usePage<"info.ftl">();
  const hasHeader = page.has((kc) => kc.messageHeader);
  return (
    <>
      <If test={hasHeader} otherwise={<h1>{page.text((kc) => kc.message.summary)}</h1>}>
        <h1>{page.msgNamed((kc) => kc.messageHeader)}</h1>
        <p>{page.text((kc) => kc.message.summary)}</p>
      </If>
      <If test={page.has((kc) => kc.requiredActions)}>
        <ul>
          <Each page={page} of={(kc) => kc.requiredActions}>
            {(action) => <li>{action.msgNamed((name) => name, "requiredAction.")}</li>}
          </Each>
        </ul>
      </If>
      <If test={page.not(page.has((kc) => kc.skipLink))}>
        <If test={page.has((kc) => kc.pageRedirectUri)}>
          <a className="main-action" href={page.text((kc) => kc.pageRedirectUri)}>
            {page.msg("backToApplication")}
          </a>
        </If>
        <If
          test={page.all(
            page.has((kc) => kc.actionUri),
            page.not(page.has((kc) => kc.pageRedirectUri)),
          )}
        >
          <a className="main-action" href={page.text((kc) => kc.actionUri)}>
            {page.msg("proceedWithAction")}
          </a>
        </If>
        <If
          test={page.not(
            page.any(
              page.has((kc) => kc.pageRedirectUri),
              page.has((kc) => kc.actionUri),
            ),
          )}
        >
          <BackToSchool />
        </If>
      </If>
    </>
  );
}
