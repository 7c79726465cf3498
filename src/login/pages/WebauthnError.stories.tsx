import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "webauthn-error.ftl" });

const meta = { title: "Pages/WebauthnError", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const notUsed = {
  message: { type: "error", key: "webauthn-error-api-get" },
  kcContext: { auth: { showTryAnotherWayLink: true } },
} satisfies Story["args"];

export const NotUsed: Story = { args: notUsed };

export const NotSaved: Story = {
  args: {
    message: { type: "error", key: "webauthn-error-registration" },
    kcContext: { isAppInitiatedAction: true },
  },
};

export const Dutch: Story = { args: notUsed, globals: { language: "nl" } };
export const German: Story = { args: notUsed, globals: { language: "de" } };
export const English: Story = { args: notUsed, globals: { language: "en" } };
