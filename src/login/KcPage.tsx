import { type ComponentType, lazy, Suspense } from "react";
import { hydrateRoot } from "react-dom/client";
import { Frame } from "./components/Frame.tsx";
import { liveModel } from "./freemarker/live-model.tsx";
import { type PageMessageKey, PageModelProvider } from "./freemarker/page-model.tsx";
import type { KcContext } from "./KcContext.ts";
import { ErrorPage } from "./pages/Error.tsx";
import { Info } from "./pages/Info.tsx";
import { Login } from "./pages/Login.tsx";
import { LoginPageExpired } from "./pages/LoginPageExpired.tsx";
import { LoginResetPassword } from "./pages/LoginResetPassword.tsx";
import { LoginUpdatePassword } from "./pages/LoginUpdatePassword.tsx";
import { LogoutConfirm } from "./pages/LogoutConfirm.tsx";
import { watchSession } from "./session-watch.ts";

/**
 * The pages that are drawn by the server already, with the message that titles their window. All
 * others are drawn in the browser, by `OtherPage`.
 */
export const drawnPages = {
  "login.ftl": { Page: Login, title: "loginAccountTitle" },
  "login-reset-password.ftl": { Page: LoginResetPassword, title: "emailForgotTitle" },
  "login-update-password.ftl": { Page: LoginUpdatePassword, title: "updatePasswordTitle" },
  "info.ftl": { Page: Info, title: "infoLabel" },
  "error.ftl": { Page: ErrorPage, title: "errorTitle" },
  "login-page-expired.ftl": { Page: LoginPageExpired, title: "pageExpiredTitle" },
  "logout-confirm.ftl": { Page: LogoutConfirm, title: "logoutConfirmTitle" },
} as const satisfies Partial<
  Record<KcContext["pageId"], { Page: ComponentType; title: PageMessageKey }>
>;

const OtherPage = lazy(() => import("./OtherPage.tsx"));

/** One page of the theme, whichever Keycloak asks for. */
export default function KcPage(props: { kcContext: KcContext }) {
  const { kcContext } = props;
  const messages = messagesOf(kcContext);
  const Page: ComponentType | undefined = (
    drawnPages as Partial<Record<string, { Page: ComponentType }>>
  )[kcContext.pageId]?.Page;
  return (
    <PageModelProvider model={liveModel<never>(kcContext as never, messages)}>
      <Frame>
        {Page === undefined ? (
          <Suspense>
            <OtherPage kcContext={kcContext} messages={messages} />
          </Suspense>
        ) : (
          <Page />
        )}
      </Frame>
    </PageModelProvider>
  );
}

/** Brings the page that the server drew to life, without drawing it anew. */
export function takeOver(root: HTMLElement, kcContext: KcContext) {
  hydrateRoot(root, <KcPage kcContext={kcContext} />);
  root.dataset.takenOver = "true";
  if (document.activeElement === document.body) {
    root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
  watchSession(kcContext);
}

/** Messages the page was given: those it names itself, and those Keycloak's values name. */
function messagesOf(kcContext: KcContext): Record<string, string> {
  return { ...kcContext["x-keycloakify"].messages, ...window.portalMessages };
}

declare global {
  interface Window {
    kcContext?: KcContext;
    /** Messages of the page by key, in its language, put there by the server. */
    portalMessages?: Record<string, string>;
  }
}
