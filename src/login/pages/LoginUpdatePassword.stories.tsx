import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-update-password.ftl" });

const meta = { title: "Pages/LoginUpdatePassword", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const mustChange = { type: "warning", key: "updatePasswordMessage" } as const;

export const MustChange: Story = { args: { message: mustChange } };

/** Asked for by the person in the account console: there is nothing to warn of, and a way out. */
export const OwnWish: Story = {
  args: { message: mustChange, kcContext: { isAppInitiatedAction: true } },
};

export const NothingEntered: Story = {
  args: { refusals: { password: "missingPasswordMessage" } },
};

const different = {
  refusals: { "password-confirm": "notMatchPasswordMessage" },
} satisfies Story["args"];

export const DifferentConfirmation: Story = { args: different };

/** Keycloak ties a breach of the password policy to no field. */
export const TooCommon: Story = {
  args: { message: { type: "error", key: "invalidPasswordBlacklistedMessage" } },
};

export const TooShort: Story = {
  args: { message: { type: "error", key: "invalidPasswordMinLengthMessage", args: ["12"] } },
};

export const WithoutPolicy: Story = {
  args: { message: mustChange, kcContext: { passwordPolicies: undefined } },
};

export const Dutch: Story = { args: different, globals: { language: "nl" } };
export const German: Story = { args: different, globals: { language: "de" } };
export const English: Story = { args: different, globals: { language: "en" } };
