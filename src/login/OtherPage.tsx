import DefaultPage from "keycloakify/login/DefaultPage";
import type { I18n } from "keycloakify/login/i18n";
import type { KcContext as KeycloakifyContext } from "keycloakify/login/KcContext";
import type { TemplateProps } from "keycloakify/login/TemplateProps";
import UserProfileFormFields from "keycloakify/login/UserProfileFormFields";
import { useEffect } from "react";
import { ServerMessage } from "./components/Notice.tsx";
import { If, usePage } from "./freemarker/page-model.tsx";
import { i18nOf } from "./i18n.ts";
import type { KcContext } from "./KcContext.ts";
import "./styles/other-page.css";

/**
 * Every page that is not ours yet: Keycloakify's markup in our clothes.
 *
 * @param props.messages the page's messages by key
 */
export default function OtherPage(props: {
  kcContext: KcContext;
  messages: Record<string, string>;
}) {
  return (
    <DefaultPage
      kcContext={props.kcContext as KeycloakifyContext}
      i18n={i18nOf(props.kcContext, props.messages)}
      Template={CardContent}
      doUseDefaultCss={false}
      UserProfileFormFields={UserProfileFormFields}
      doMakeUserConfirmPassword
    />
  );
}

/** Keycloakify's template reduced to what stands in the card; the frame is around it already. */
function CardContent(props: TemplateProps<KeycloakifyContext, I18n>) {
  const { kcContext, i18n, documentTitle, headerNode, children } = props;
  const page = usePage();
  const { displayMessage = true, displayInfo = false } = props;
  const title = documentTitle ?? i18n.msgStr("loginTitle", kcContext.realm.displayName);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      {displayMessage && <ServerMessage />}
      <h1>{headerNode}</h1>
      {kcContext.auth?.showUsername && !kcContext.auth.showResetCredentials && (
        <p className="known-user">
          <strong>{kcContext.auth.attemptedUsername}</strong>{" "}
          <a href={kcContext.url.loginRestartFlowUrl}>{page.msg("restartLoginTooltip")}</a>
        </p>
      )}
      <div className="other-page">{children}</div>
      <If test={page.flag((kc) => kc.auth?.showTryAnotherWayLink)}>
        <form action={kcContext.url.loginAction} method="post">
          <button type="submit" className="second-action" name="tryAnotherWay" value="on">
            {i18n.msgStr("doTryAnotherWay")}
          </button>
        </form>
      </If>
      {props.socialProvidersNode}
      {displayInfo && props.infoNode}
    </>
  );
}
