import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-config-totp.ftl" });

const meta = { title: "Pages/LoginConfigTotp", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const first = {
  totp: {
    supportedApplications: [
      "totpAppFreeOTPName",
      "totpAppGoogleName",
      "totpAppMicrosoftAuthenticatorName",
    ],
  },
};

const another = {
  totp: { ...first.totp, otpCredentials: [{ id: "phone", userLabel: "Mon téléphone" }] },
  isAppInitiatedAction: true,
};

const isDue = { type: "warning", key: "configureTotpMessage" } as const;

export const FirstDevice: Story = {
  args: { kcContext: { ...first, isAppInitiatedAction: true }, message: isDue },
};

/** The account demands it: there is no way past it, and a reason is given. */
export const Due: Story = { args: { kcContext: first, message: isDue } };

export const AnotherDevice: Story = { args: { kcContext: another } };

export const WrongCode: Story = {
  args: { kcContext: first, refusals: { totp: "invalidTotpMessage" } },
};

export const NameMissing: Story = {
  args: { kcContext: another, refusals: { userLabel: "missingTotpDeviceNameMessage" } },
};

/** Says what Keycloak says where it has no key for it. */
export const NameTaken: Story = {
  args: {
    kcContext: another,
    refusals: { userLabel: "Device already exists with the same name" },
  },
};

export const CountedCodes: Story = {
  args: {
    kcContext: {
      totp: { ...first.totp, policy: { type: "hotp", initialCounter: 0, digits: 8 } },
    },
  },
};

const refused = {
  kcContext: another,
  refusals: { totp: "invalidTotpMessage" },
} satisfies Story["args"];

export const Dutch: Story = { args: refused, globals: { language: "nl" } };
export const German: Story = { args: refused, globals: { language: "de" } };
export const English: Story = { args: refused, globals: { language: "en" } };
