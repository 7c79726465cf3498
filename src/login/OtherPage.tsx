import DefaultPage from "keycloakify/login/DefaultPage";
import type { I18n } from "keycloakify/login/i18n";
import type { KcContext as KeycloakifyContext } from "keycloakify/login/KcContext";
import type { TemplateProps } from "keycloakify/login/TemplateProps";
import UserProfileFormFields from "keycloakify/login/UserProfileFormFields";
import { useEffect, useLayoutEffect } from "react";
import { ServerMessage } from "./components/Notice.tsx";
import { type ContextOf, If, usePage } from "./freemarker/page-model.tsx";
import { i18nOf } from "./i18n.ts";
import type { KcContext } from "./KcContext.ts";
import { holdUntilHeard, passkeyButtonId } from "./passkey-button.ts";
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
  const i18n = i18nOf(props.kcContext, props.messages);
  if (props.kcContext.pageId === "code.ftl")
    return <Code kcContext={props.kcContext} i18n={i18n} />;
  return (
    <DefaultPage
      kcContext={props.kcContext as KeycloakifyContext}
      i18n={i18n}
      Template={CardContent}
      doUseDefaultCss={false}
      UserProfileFormFields={UserProfileFormFields}
      doMakeUserConfirmPassword
    />
  );
}

/** A code to be copied into an application; Keycloakify's field for it has no label. */
function Code(props: { kcContext: ContextOf<"code.ftl">; i18n: I18n }) {
  const { kcContext, i18n } = props;
  const { success, code, error } = kcContext.code;
  return (
    <CardContent
      kcContext={kcContext as KeycloakifyContext}
      i18n={i18n}
      headerNode={success ? i18n.msg("codeSuccessTitle") : i18n.msg("codeErrorTitle", error)}
      doUseDefaultCss={false}
    >
      {success ? (
        <>
          <label htmlFor="code" className="kcLabelClass">
            {i18n.msg("copyCodeInstruction")}
          </label>
          <input id="code" className="kcInputClass" readOnly defaultValue={code} />
        </>
      ) : (
        <p>{error}</p>
      )}
    </CardContent>
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
  // In the layout phase: nobody has seen the button by then, and no script has found it.
  useLayoutEffect(() => {
    const button = document.getElementById(passkeyButtonId);
    if (button instanceof HTMLInputElement) holdUntilHeard(button);
  }, []);
  return (
    <>
      {displayMessage && <ServerMessage />}
      <h1>{headerNode ?? title}</h1>
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
