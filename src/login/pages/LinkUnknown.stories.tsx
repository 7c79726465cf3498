import type { Meta, StoryObj } from "@storybook/react-vite";
import { hostileAddress } from "../hostile-account.fixture.ts";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "link-unknown.ftl" });

const meta = { title: "Pages/LinkUnknown", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const noAddress = { kcContext: { link: { address: undefined } } } satisfies Story["args"];

export const UnknownAddress: Story = {};
export const NoAddress: Story = { args: noAddress };
export const AccountConsoleElsewhere: Story = {
  args: { kcContext: { link: { accountUri: undefined } } },
};
export const HostileAddress: Story = {
  args: { kcContext: { link: { address: hostileAddress } } },
};
export const Dutch: Story = { globals: { language: "nl" } };
export const German: Story = { globals: { language: "de" } };
export const English: Story = { globals: { language: "en" } };
export const DutchNoAddress: Story = { args: noAddress, globals: { language: "nl" } };
export const GermanNoAddress: Story = { args: noAddress, globals: { language: "de" } };
export const EnglishNoAddress: Story = { args: noAddress, globals: { language: "en" } };
