import type { LoginThemePageId } from "keycloakify/bin/shared/constants";
import { type ComponentType, lazy, Suspense } from "react";
import { hydrateRoot } from "react-dom/client";
import { Frame } from "./components/Frame.tsx";
import { liveModel } from "./freemarker/live-model.tsx";
import { type PageMessageKey, PageModelProvider } from "./freemarker/page-model.tsx";
import type { KcContext } from "./KcContext.ts";
import { DeleteCredential } from "./pages/DeleteCredential.tsx";
import { ErrorPage } from "./pages/Error.tsx";
import { Info } from "./pages/Info.tsx";
import { LegacyElsewhere } from "./pages/LegacyElsewhere.tsx";
import { LegacyWelcome } from "./pages/LegacyWelcome.tsx";
import { LinkConfirm } from "./pages/LinkConfirm.tsx";
import { LinkProfile } from "./pages/LinkProfile.tsx";
import { LinkTaken } from "./pages/LinkTaken.tsx";
import { LinkUnknown } from "./pages/LinkUnknown.tsx";
import { Login } from "./pages/Login.tsx";
import { LoginConfigTotp } from "./pages/LoginConfigTotp.tsx";
import { LoginIdpLinkConfirm } from "./pages/LoginIdpLinkConfirm.tsx";
import { LoginIdpLinkEmail } from "./pages/LoginIdpLinkEmail.tsx";
import { LoginOtp } from "./pages/LoginOtp.tsx";
import { LoginPageExpired } from "./pages/LoginPageExpired.tsx";
import { LoginRecoveryAuthnCodeConfig } from "./pages/LoginRecoveryAuthnCodeConfig.tsx";
import { LoginRecoveryAuthnCodeInput } from "./pages/LoginRecoveryAuthnCodeInput.tsx";
import { LoginResetPassword } from "./pages/LoginResetPassword.tsx";
import { LoginUpdatePassword } from "./pages/LoginUpdatePassword.tsx";
import { LogoutConfirm } from "./pages/LogoutConfirm.tsx";
import { SchoolLanding } from "./pages/SchoolLanding.tsx";
import { SchoolUnknown } from "./pages/SchoolUnknown.tsx";
import { SelectAuthenticator } from "./pages/SelectAuthenticator.tsx";
import { WebauthnAuthenticate } from "./pages/WebauthnAuthenticate.tsx";
import { WebauthnError } from "./pages/WebauthnError.tsx";
import { WebauthnRegister } from "./pages/WebauthnRegister.tsx";
import { watchSession } from "./session-watch.ts";

interface DrawnPage {
  Page: ComponentType;
  /** Titles the window. */
  title: PageMessageKey;
  /** What the footer calls the brand's page on data protection, where not `privacyLink`. */
  privacyLink?: PageMessageKey;
  /** What it wears beside the clothes of every page: a style sheet of `styles/`. */
  styles?: "second-factor";
}

/** Pages that Keycloak itself does not have. */
type OwnPageId = Exclude<KcContext["pageId"], LoginThemePageId>;

/**
 * The pages that are drawn by the server already. All others are drawn in the browser, by
 * `OtherPage`, which knows only Keycloak's.
 */
export const drawnPages = {
  "login.ftl": { Page: Login, title: "loginAccountTitle" },
  "login-reset-password.ftl": { Page: LoginResetPassword, title: "emailForgotTitle" },
  "login-update-password.ftl": { Page: LoginUpdatePassword, title: "updatePasswordTitle" },
  "info.ftl": { Page: Info, title: "infoLabel" },
  "error.ftl": { Page: ErrorPage, title: "errorTitle" },
  "login-page-expired.ftl": { Page: LoginPageExpired, title: "pageExpiredTitle" },
  "logout-confirm.ftl": { Page: LogoutConfirm, title: "logoutConfirmTitle" },
  "school-landing.ftl": {
    Page: SchoolLanding,
    title: "loginAccountTitle",
    privacyLink: "privacyPolicyLink",
  },
  "school-unknown.ftl": { Page: SchoolUnknown, title: "schoolUnknownTitle" },
  "legacy-elsewhere.ftl": { Page: LegacyElsewhere, title: "legacyElsewhereTitle" },
  "legacy-welcome.ftl": { Page: LegacyWelcome, title: "legacyWelcomeTitle" },
  "login-idp-link-confirm.ftl": { Page: LoginIdpLinkConfirm, title: "confirmLinkIdpTitle" },
  "login-idp-link-email.ftl": { Page: LoginIdpLinkEmail, title: "linkEmailTitle" },
  "link-profile.ftl": { Page: LinkProfile, title: "confirmLinkIdpReviewProfile" },
  "link-unknown.ftl": { Page: LinkUnknown, title: "linkUnknownTitle" },
  "link-taken.ftl": { Page: LinkTaken, title: "linkTakenTitle" },
  "link-confirm.ftl": { Page: LinkConfirm, title: "linkConfirmTitle" },
  "login-otp.ftl": { Page: LoginOtp, title: "otpHeading", styles: "second-factor" },
  "login-config-totp.ftl": {
    Page: LoginConfigTotp,
    title: "loginTotpTitle",
    styles: "second-factor",
  },
  "login-recovery-authn-code-config.ftl": {
    Page: LoginRecoveryAuthnCodeConfig,
    title: "recovery-code-config-header",
    styles: "second-factor",
  },
  "login-recovery-authn-code-input.ftl": {
    Page: LoginRecoveryAuthnCodeInput,
    title: "auth-recovery-code-header",
    styles: "second-factor",
  },
  "webauthn-register.ftl": {
    Page: WebauthnRegister,
    title: "webauthn-registration-title",
    styles: "second-factor",
  },
  "webauthn-authenticate.ftl": {
    Page: WebauthnAuthenticate,
    title: "webauthn-login-title",
    styles: "second-factor",
  },
  "webauthn-error.ftl": {
    Page: WebauthnError,
    title: "webauthn-error-title",
    styles: "second-factor",
  },
  "select-authenticator.ftl": {
    Page: SelectAuthenticator,
    title: "loginChooseAuthenticator",
    styles: "second-factor",
  },
  "delete-credential.ftl": { Page: DeleteCredential, title: "requiredAction.delete_credential" },
} as const satisfies Partial<Record<KcContext["pageId"], DrawnPage>> & Record<OwnPageId, DrawnPage>;

/** A page that the server draws, by Keycloak's name of it; none for one drawn in the browser. */
export function drawnPageOf(pageId: string): DrawnPage | undefined {
  return (drawnPages as Partial<Record<string, DrawnPage>>)[pageId];
}

const OtherPage = lazy(() => import("./OtherPage.tsx"));

/** One page of the theme, whichever Keycloak asks for. */
export default function KcPage(props: { kcContext: KcContext }) {
  const { kcContext } = props;
  const messages = messagesOf(kcContext);
  const drawn = drawnPageOf(kcContext.pageId);
  return (
    <PageModelProvider model={liveModel<never>(kcContext as never, messages)}>
      <Frame privacyLink={drawn?.privacyLink}>
        {drawn === undefined ? (
          <Suspense>
            <OtherPage kcContext={kcContext} messages={messages} />
          </Suspense>
        ) : (
          <drawn.Page />
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
