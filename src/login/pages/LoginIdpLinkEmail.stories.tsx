import type { Meta, StoryObj } from "@storybook/react-vite";
import { hostileAddress } from "../hostile-account.fixture.ts";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-idp-link-email.ftl" });

const meta = { title: "Pages/LoginIdpLinkEmail", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const sent = {
  message: { type: "warning", key: "linkIdpMessage", args: ["Microsoft"] },
  kcContext: { brokerContext: { username: "parent@example.org" } },
} satisfies Story["args"];

/** The same page after a click. */
function after(link: {
  isSentAgain?: boolean;
  isLimited?: boolean;
  isUnsent?: boolean;
  isWaiting?: boolean;
}) {
  return { ...sent, kcContext: { ...sent.kcContext, link } } satisfies Story["args"];
}

export const MailSent: Story = { args: sent };
export const SentAgain: Story = { args: after({ isSentAgain: true }) };
export const TooManyMails: Story = { args: after({ isLimited: true }) };
export const TooManyMailsBefore: Story = { args: after({ isLimited: true, isUnsent: true }) };
export const NotYetConfirmed: Story = { args: after({ isWaiting: true }) };
export const HostileAddress: Story = {
  args: { ...sent, kcContext: { brokerContext: { username: hostileAddress } } },
};
export const Dutch: Story = { args: sent, globals: { language: "nl" } };
export const German: Story = { args: sent, globals: { language: "de" } };
export const English: Story = { args: sent, globals: { language: "en" } };
export const DutchSentAgain: Story = {
  args: after({ isSentAgain: true }),
  globals: { language: "nl" },
};
export const GermanSentAgain: Story = {
  args: after({ isSentAgain: true }),
  globals: { language: "de" },
};
export const EnglishSentAgain: Story = {
  args: after({ isSentAgain: true }),
  globals: { language: "en" },
};
export const DutchTooManyMails: Story = {
  args: after({ isLimited: true }),
  globals: { language: "nl" },
};
export const GermanTooManyMails: Story = {
  args: after({ isLimited: true }),
  globals: { language: "de" },
};
export const EnglishTooManyMails: Story = {
  args: after({ isLimited: true }),
  globals: { language: "en" },
};
export const DutchNotYetConfirmed: Story = {
  args: after({ isWaiting: true }),
  globals: { language: "nl" },
};
export const GermanNotYetConfirmed: Story = {
  args: after({ isWaiting: true }),
  globals: { language: "de" },
};
export const EnglishNotYetConfirmed: Story = {
  args: after({ isWaiting: true }),
  globals: { language: "en" },
};
