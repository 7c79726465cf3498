import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "error.ftl" });

const meta = { title: "Pages/Error", component: KcPageStory } satisfies Meta<typeof KcPageStory>;
export default meta;

type Story = StoryObj<typeof meta>;

const linkExpired = {
  message: { type: "error", key: "expiredActionTokenNoSessionMessage" },
} satisfies Story["args"];

export const LinkExpired: Story = { args: linkExpired };

export const CookieMissing: Story = {
  args: { message: { type: "error", key: "cookieNotFoundMessage" } },
};

export const ServerFailed: Story = {
  args: { message: { type: "error", key: "internalServerError" } },
};

const microsoftFailed = {
  message: { type: "error", key: "identityProviderUnexpectedErrorMessage" },
} satisfies Story["args"];

export const MicrosoftFailed: Story = { args: microsoftFailed };

export const MicrosoftAnswerIncomplete: Story = {
  args: { message: { type: "error", key: "identityProviderMissingStateMessage" } },
};

export const AccountDisabled: Story = {
  args: { message: { type: "error", key: "accountDisabledMessage" } },
};

export const MicrosoftAccountOfSomebodyElse: Story = {
  args: {
    message: { type: "error", key: "identityProviderAlreadyLinkedMessage", args: ["Microsoft"] },
  },
};

export const AlreadyLinkedToAnother: Story = {
  args: {
    message: {
      type: "error",
      key: "identityProviderAlreadyLinkedToCurrentUserMessage",
      args: ["Microsoft"],
    },
  },
};

export const WithoutWayBack: Story = {
  args: {
    message: { type: "error", key: "clientNotFoundMessage" },
    kcContext: { skipLink: true, client: { baseUrl: undefined } },
  },
};

export const LongSchoolName: Story = {
  args: {
    ...linkExpired,
    kcContext: {
      client: {
        name: "Institut d'enseignement fondamental et secondaire Saint-Jean-Baptiste-de-la-Salle-et-Notre-Dame-de-la-Compassion de Woluwe-Saint-Lambert",
      },
    },
  },
};

export const SchoolNameWithMarkup: Story = {
  args: {
    ...linkExpired,
    kcContext: { client: { name: `<script>alert("school")</script> & "co"` } },
  },
};

export const Dutch: Story = { args: linkExpired, globals: { language: "nl" } };
export const German: Story = { args: linkExpired, globals: { language: "de" } };
export const English: Story = { args: linkExpired, globals: { language: "en" } };
export const DutchMicrosoftFailed: Story = { args: microsoftFailed, globals: { language: "nl" } };
export const GermanMicrosoftFailed: Story = { args: microsoftFailed, globals: { language: "de" } };
export const EnglishMicrosoftFailed: Story = { args: microsoftFailed, globals: { language: "en" } };
