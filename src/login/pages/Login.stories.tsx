import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login.ftl" });

const meta = { title: "Pages/Login", component: KcPageStory } satisfies Meta<typeof KcPageStory>;
export default meta;

type Story = StoryObj<typeof meta>;

const microsoft = {
  alias: "microsoft",
  providerId: "microsoft",
  displayName: "Microsoft",
  loginUrl: "#",
};

export const FirstVisit: Story = {};

export const WithMicrosoft: Story = {
  args: { kcContext: { social: { providers: [microsoft] } } },
};

export const WrongPassword: Story = {
  args: {
    refusals: { username: "invalidUserMessage" },
    kcContext: { login: { username: "parent@example.org" } },
  },
};

/** Says the same as a wrong password, or a guesser would learn that the account exists. */
export const LockedOut: Story = {
  args: {
    refusals: { username: "accountTemporarilyDisabledMessage" },
    kcContext: { login: { username: "parent@example.org" } },
  },
};

export const Expired: Story = {
  args: { message: { type: "error", key: "loginTimeout" } },
};

export const MailSent: Story = {
  args: { message: { type: "success", key: "emailSentMessage" } },
};

export const MicrosoftFailed: Story = {
  args: {
    message: { type: "error", key: "identityProviderUnexpectedErrorMessage" },
    kcContext: { social: { providers: [microsoft] } },
  },
};

export const MicrosoftRefused: Story = {
  args: {
    message: { type: "error", key: "access-denied-when-idp-auth", args: ["Microsoft"] },
    kcContext: { social: { providers: [microsoft] } },
  },
};

const withPasskeys = {
  enableWebAuthnConditionalUI: true,
  challenge: "Y2hhbGxlbmdl",
  isUserIdentified: "false",
  // None of them offers anything by itself, which would wait for as long as the story is shown.
  mediation: "none",
} as const;

export const WithPasskeys: Story = {
  args: { kcContext: { ...withPasskeys, social: { providers: [microsoft] } } },
};

export const WithPasskeysAlone: Story = { args: { kcContext: withPasskeys } };

export const PasskeyRefused: Story = {
  args: {
    kcContext: withPasskeys,
    message: { type: "error", key: "webauthn-error-user-not-found" },
  },
};

const knownUser = {
  usernameHidden: true,
  auth: {
    showUsername: true,
    showResetCredentials: false,
    attemptedUsername: "parent@example.org",
    selectedCredential: "credential",
  },
};

export const KnownUserAskedAgain: Story = {
  args: { kcContext: knownUser, message: { type: "info", key: "reauthenticate" } },
};

export const KnownUserWrongPassword: Story = {
  args: { kcContext: knownUser, refusals: { password: "invalidUserMessage" } },
};

export const RememberMeOn: Story = {
  args: { kcContext: { login: { username: "parent@example.org", rememberMe: "on" } } },
};

export const WithoutRememberMeAndForgottenPassword: Story = {
  args: { kcContext: { realm: { rememberMe: false, resetPasswordAllowed: false } } },
};

export const LongNames: Story = {
  args: {
    kcContext: {
      ...knownUser,
      auth: {
        ...knownUser.auth,
        attemptedUsername: `${"marie-antoinette.".repeat(6)}vandenbroucke@etablissement.example.org`,
      },
      social: {
        providers: [
          {
            ...microsoft,
            displayName: "Compte Microsoft de l'Athénée royal Jacques Brel de Woluwe-Saint-Lambert",
          },
        ],
      },
    },
  },
};

export const NamesWithMarkup: Story = {
  args: {
    kcContext: {
      ...knownUser,
      auth: { ...knownUser.auth, attemptedUsername: `"><script>alert(1)</script>@example.org` },
      social: { providers: [{ ...microsoft, displayName: "<script>alert(2)</script> & co" }] },
    },
  },
};

const refusedWithMicrosoft = {
  refusals: { username: "invalidUserMessage" },
  kcContext: { social: { providers: [microsoft] } },
} satisfies Story["args"];

export const French: Story = { args: refusedWithMicrosoft, globals: { language: "fr" } };
export const Dutch: Story = { args: refusedWithMicrosoft, globals: { language: "nl" } };
export const German: Story = { args: refusedWithMicrosoft, globals: { language: "de" } };
export const English: Story = { args: refusedWithMicrosoft, globals: { language: "en" } };
