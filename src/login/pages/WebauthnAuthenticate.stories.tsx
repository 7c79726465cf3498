import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "webauthn-authenticate.ftl" });

const meta = { title: "Pages/WebauthnAuthenticate", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const passkeys = [
  {
    credentialId: "MzAx",
    label: "Mon téléphone",
    createdAt: "23 novembre 2026 à 07:02",
    transports: { iconClass: "kcWebAuthnInternal", displayNameProperties: ["internal"] },
  },
  {
    credentialId: "MzAy",
    label: "<b>La clé USB</b> de Marie-Antoinette, dans le tiroir du couloir",
    createdAt: "24 novembre 2026 à 18:30",
    transports: { iconClass: "kcWebAuthnUSB", displayNameProperties: ["usb"] },
  },
];

const known = {
  isUserIdentified: "true",
  shouldDisplayAuthenticators: true,
  authenticators: { authenticators: passkeys },
} as const;

export const TwoPasskeys: Story = { args: { kcContext: known } };

export const WithOtherWays: Story = {
  args: { kcContext: { ...known, auth: { showTryAnotherWayLink: true }, rememberDevice: 30 } },
};

/** Nobody has said who they are yet: the browser alone knows which passkeys there are. */
export const Anybody: Story = {};

export const Dutch: Story = { args: { kcContext: known }, globals: { language: "nl" } };
export const German: Story = { args: { kcContext: known }, globals: { language: "de" } };
export const English: Story = { args: { kcContext: known }, globals: { language: "en" } };
