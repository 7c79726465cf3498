import type { Meta, StoryObj } from "@storybook/react-vite";
import { hostileAddress, hostileName } from "../hostile-account.fixture.ts";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "link-confirm.ftl" });

const meta = { title: "Pages/LinkConfirm", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

export const OtherBrowser: Story = {};
export const HostileAccount: Story = {
  args: { kcContext: { link: { account: hostileName, address: hostileAddress } } },
};
export const Dutch: Story = { globals: { language: "nl" } };
export const German: Story = { globals: { language: "de" } };
export const English: Story = { globals: { language: "en" } };
