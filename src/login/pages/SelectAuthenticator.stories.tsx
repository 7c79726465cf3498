import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "select-authenticator.ftl" });

const meta = { title: "Pages/SelectAuthenticator", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const ways = {
  auth: {
    authenticationSelections: [
      { authExecId: "otp", displayName: "otp-display-name", helpText: "otp-help-text" },
      {
        authExecId: "recovery",
        displayName: "recovery-authn-codes-display-name",
        helpText: "recovery-authn-codes-help-text",
      },
      {
        authExecId: "passkey",
        displayName: "webauthn-display-name",
        helpText: "webauthn-help-text",
      },
    ],
  },
};

export const ThreeWays: Story = { args: { kcContext: ways } };
export const Dutch: Story = { args: { kcContext: ways }, globals: { language: "nl" } };
export const German: Story = { args: { kcContext: ways }, globals: { language: "de" } };
export const English: Story = { args: { kcContext: ways }, globals: { language: "en" } };
