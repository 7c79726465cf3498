import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-otp.ftl" });

const meta = { title: "Pages/LoginOtp", component: KcPageStory } satisfies Meta<typeof KcPageStory>;
export default meta;

type Story = StoryObj<typeof meta>;

const oneDevice = {
  otpLogin: {
    selectedCredentialId: "phone",
    userOtpCredentials: [{ id: "phone", userLabel: "unnamed" }],
  },
};

export const OneDevice: Story = { args: { kcContext: oneDevice } };

export const WithRecoveryCodes: Story = {
  args: { kcContext: { ...oneDevice, auth: { showTryAnotherWayLink: true } } },
};

export const WrongCode: Story = {
  args: { kcContext: oneDevice, refusals: { totp: "invalidTotpMessage" } },
};

/** Says the same as a wrong code. */
export const LockedOut: Story = {
  args: { kcContext: oneDevice, refusals: { totp: "accountTemporarilyDisabledMessageTotp" } },
};

export const MayBeRemembered: Story = {
  args: { kcContext: { ...oneDevice, rememberDevice: 30 } },
};

const severalDevices = {
  otpLogin: {
    selectedCredentialId: "tablet",
    userOtpCredentials: [
      { id: "phone", userLabel: "unnamed" },
      { id: "tablet", userLabel: "Tablette du salon" },
      {
        id: "old",
        userLabel: "<b>Le vieux téléphone</b> de Marie-Antoinette, dans le tiroir du couloir",
      },
    ],
  },
  auth: { showTryAnotherWayLink: true },
  rememberDevice: 30,
};

export const SeveralDevices: Story = { args: { kcContext: severalDevices } };

const refused = {
  kcContext: severalDevices,
  refusals: { totp: "invalidTotpMessage" },
} satisfies Story["args"];

export const Dutch: Story = { args: refused, globals: { language: "nl" } };
export const German: Story = { args: refused, globals: { language: "de" } };
export const English: Story = { args: refused, globals: { language: "en" } };
