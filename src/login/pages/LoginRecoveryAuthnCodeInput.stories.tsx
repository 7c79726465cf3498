import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-recovery-authn-code-input.ftl" });

const meta = { title: "Pages/LoginRecoveryAuthnCodeInput", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const third = { recoveryAuthnCodesInputBean: { codeNumber: 3 } };

export const ThirdCode: Story = { args: { kcContext: third } };

export const WithOtherWays: Story = {
  args: { kcContext: { ...third, auth: { showTryAnotherWayLink: true }, rememberDevice: 30 } },
};

const refused = {
  kcContext: third,
  refusals: { recoveryCodeInput: "recovery-codes-error-invalid" },
} satisfies Story["args"];

export const WrongCode: Story = { args: refused };

/** Says the same as a wrong code, whatever Keycloak has to say of it. */
export const LockedOut: Story = {
  args: { kcContext: third, refusals: { username: "invalidUserMessage" } },
};

export const Dutch: Story = { args: refused, globals: { language: "nl" } };
export const German: Story = { args: refused, globals: { language: "de" } };
export const English: Story = { args: refused, globals: { language: "en" } };
