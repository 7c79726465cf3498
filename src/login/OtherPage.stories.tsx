import type { Meta, StoryObj } from "@storybook/react-vite";
import type { LoginThemePageId } from "keycloakify/bin/shared/constants";
import { createKcPageStory, type PageStoryProps } from "./KcPageStory.tsx";

const meta = { title: "Other pages" } satisfies Meta;
export default meta;

function otherPage<PageId extends LoginThemePageId>(
  pageId: PageId,
  args: PageStoryProps<PageId> = {},
): StoryObj<PageStoryProps<PageId>> {
  return { render: createKcPageStory({ pageId }).KcPageStory, args };
}

export const Code = otherPage("code.ftl");
export const DeleteAccountConfirm = otherPage("delete-account-confirm.ftl");
export const FrontchannelLogout = otherPage("frontchannel-logout.ftl", {
  kcContext: {
    logout: {
      clients: [
        { name: "École de démonstration", frontChannelLogoutUrl: "about:blank" },
        { name: "Institut Saint-Exupéry", frontChannelLogoutUrl: "about:blank" },
      ],
    },
  },
});
export const IdpReviewUserProfile = otherPage("idp-review-user-profile.ftl");
export const LinkIdpAction = otherPage("link-idp-action.ftl", {
  kcContext: { idpDisplayName: "Microsoft" },
});
export const LoginIdpLinkConfirmOverride = otherPage("login-idp-link-confirm-override.ftl", {
  kcContext: { idpDisplayName: "Microsoft" },
});
export const LoginOauthGrant = otherPage("login-oauth-grant.ftl");
export const LoginOauth2DeviceVerifyUserCode = otherPage(
  "login-oauth2-device-verify-user-code.ftl",
);
export const LoginPasskeysConditionalAuthenticate = otherPage(
  "login-passkeys-conditional-authenticate.ftl",
);
export const LoginPassword = otherPage("login-password.ftl");
export const LoginResetOtp = otherPage("login-reset-otp.ftl");
export const LoginUpdateProfile = otherPage("login-update-profile.ftl");
export const LoginUpdateProfileRefused = otherPage("login-update-profile.ftl", {
  refusals: { email: "invalidEmailMessage", firstName: "missingFirstNameMessage" },
});
export const LoginUsername = otherPage("login-username.ftl");
export const LoginVerifyEmail = otherPage("login-verify-email.ftl", {
  message: { type: "warning", key: "verifyEmailMessage" },
  kcContext: { user: { email: "parent@example.org" } },
});
export const LoginX509Info = otherPage("login-x509-info.ftl");
export const Register = otherPage("register.ftl");
export const SamlPostForm = otherPage("saml-post-form.ftl");
export const SelectOrganization = otherPage("select-organization.ftl");
export const Terms = otherPage("terms.ftl");
export const UpdateEmail = otherPage("update-email.ftl");
