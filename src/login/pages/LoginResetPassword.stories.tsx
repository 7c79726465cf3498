import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-reset-password.ftl" });

const meta = { title: "Pages/LoginResetPassword", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

export const FirstVisit: Story = {};

const refused = { refusals: { username: "missingUsernameMessage" } } satisfies Story["args"];

export const NothingEntered: Story = { args: refused };

export const NotAnAddress: Story = { args: { refusals: { username: "invalidEmailMessage" } } };

export const MailCouldNotBeSent: Story = {
  args: { message: { type: "error", key: "emailSendErrorMessage" } },
};

export const LinkExpired: Story = {
  args: { message: { type: "error", key: "expiredActionTokenNoSessionMessage" } },
};

export const Dutch: Story = { args: refused, globals: { language: "nl" } };
export const German: Story = { args: refused, globals: { language: "de" } };
export const English: Story = { args: refused, globals: { language: "en" } };
