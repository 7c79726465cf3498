import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "legacy-welcome.ftl" });

const meta = { title: "Pages/LegacyWelcome", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const knownAddress = {
  kcContext: { legacy: { address: "c•••@e•••.org" } },
} satisfies Story["args"];

export const KnownAddress: Story = { args: knownAddress };

export const MailCouldNotBeSent: Story = {
  args: { ...knownAddress, message: { type: "error", key: "emailSendErrorMessage" } },
};

const mailSent = {
  kcContext: { legacy: { ...knownAddress.kcContext.legacy, isSent: true } },
} satisfies Story["args"];

export const MailSent: Story = { args: mailSent };

export const NoAddress: Story = {};

export const LongNames: Story = {
  args: {
    kcContext: {
      school: {
        name: "Institut d'enseignement fondamental et secondaire Saint-Jean-Baptiste-de-la-Salle-et-Notre-Dame-de-la-Compassion de Woluwe-Saint-Lambert",
      },
      legacy: { address: `m${"•".repeat(60)}@e${"•".repeat(30)}.example.org`, isSent: true },
    },
  },
};

export const NamesWithMarkup: Story = {
  args: {
    kcContext: {
      school: { name: `<script>alert("school")</script> & "co"` },
      legacy: { address: `"<script>alert("address")</script>"@example.org`, isSent: true },
    },
  },
};

export const Dutch: Story = { args: knownAddress, globals: { language: "nl" } };
export const German: Story = { args: knownAddress, globals: { language: "de" } };
export const English: Story = { args: knownAddress, globals: { language: "en" } };
export const DutchMailSent: Story = { args: mailSent, globals: { language: "nl" } };
export const GermanMailSent: Story = { args: mailSent, globals: { language: "de" } };
export const EnglishMailSent: Story = { args: mailSent, globals: { language: "en" } };
export const DutchNoAddress: Story = { globals: { language: "nl" } };
export const GermanNoAddress: Story = { globals: { language: "de" } };
export const EnglishNoAddress: Story = { globals: { language: "en" } };
