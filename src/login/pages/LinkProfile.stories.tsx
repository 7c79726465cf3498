import type { Meta, StoryObj } from "@storybook/react-vite";
import { hostileAddress, hostileName } from "../hostile-account.fixture.ts";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "link-profile.ftl" });

const meta = { title: "Pages/LinkProfile", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

export const NameAndAddress: Story = {};
export const NoName: Story = { args: { kcContext: { link: { name: undefined } } } };
export const HostileAccount: Story = {
  args: { kcContext: { link: { name: hostileName, address: hostileAddress } } },
};
export const Dutch: Story = { globals: { language: "nl" } };
export const German: Story = { globals: { language: "de" } };
export const English: Story = { globals: { language: "en" } };
