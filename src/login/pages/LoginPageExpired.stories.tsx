import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-page-expired.ftl" });

const meta = { title: "Pages/LoginPageExpired", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

export const French: Story = {};
export const Dutch: Story = { globals: { language: "nl" } };
export const German: Story = { globals: { language: "de" } };
export const English: Story = { globals: { language: "en" } };
