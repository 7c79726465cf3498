import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "info.ftl" });

const meta = { title: "Pages/Info", component: KcPageStory } satisfies Meta<typeof KcPageStory>;
export default meta;

type Story = StoryObj<typeof meta>;

export const PasswordChanged: Story = {
  args: {
    message: { type: "success", key: "accountPasswordUpdatedMessage" },
  },
};

export const LinkMustBeConfirmed: Story = {
  args: {
    message: { type: "info", key: "confirmExecutionOfActions" },
    kcContext: { requiredActions: ["UPDATE_PASSWORD", "CONFIGURE_TOTP"], actionUri: "#" },
  },
};

const linkConfirmed = {
  message: { type: "success", key: "linkConfirmedMessage", args: ["Microsoft"] },
  kcContext: { messageHeader: "linkConfirmedMessageHeader", skipLink: true },
} satisfies Story["args"];

export const LinkConfirmed: Story = { args: linkConfirmed };

export const LinkOver: Story = {
  args: {
    message: { type: "info", key: "linkOverMessage" },
    kcContext: { messageHeader: "linkOverMessageHeader" },
  },
};

const firstPassword = {
  message: { type: "success", key: "accountUpdatedMessage" },
  kcContext: { messageHeader: "accountUpdatedTitle" },
} satisfies Story["args"];

/** The end of an invitation. */
export const FirstPassword: Story = { args: firstPassword };

/** Keycloak may name a heading of its own. */
export const WithHeading: Story = {
  args: {
    message: { type: "success", key: "emailVerifiedMessage" },
    kcContext: { messageHeader: "emailVerifiedMessageHeader", pageRedirectUri: "#" },
  },
};

export const SignedOut: Story = {
  args: {
    message: { type: "success", key: "successLogout" },
    kcContext: { skipLink: true },
  },
};

export const SchoolWithoutName: Story = {
  args: {
    message: { type: "info", key: "alreadyLoggedIn" },
    kcContext: { client: { name: undefined } },
  },
};

export const LongSchoolName: Story = {
  args: {
    message: { type: "info", key: "alreadyLoggedIn" },
    kcContext: {
      client: {
        name: "Institut d'enseignement fondamental et secondaire Saint-Jean-Baptiste-de-la-Salle-et-Notre-Dame-de-la-Compassion de Woluwe-Saint-Lambert",
      },
    },
  },
};

export const SchoolNameWithMarkup: Story = {
  args: {
    message: { type: "info", key: "alreadyLoggedIn" },
    kcContext: {
      client: { name: `<script>alert("school")</script> & "co"` },
    },
  },
};

const toBeDone = {
  message: { type: "info", key: "confirmExecutionOfActions" },
  kcContext: { requiredActions: ["UPDATE_PASSWORD"], actionUri: "#" },
} satisfies Story["args"];

export const Dutch: Story = { args: toBeDone, globals: { language: "nl" } };
export const German: Story = { args: toBeDone, globals: { language: "de" } };
export const English: Story = { args: toBeDone, globals: { language: "en" } };
export const DutchLinkConfirmed: Story = { args: linkConfirmed, globals: { language: "nl" } };
export const GermanLinkConfirmed: Story = { args: linkConfirmed, globals: { language: "de" } };
export const EnglishLinkConfirmed: Story = { args: linkConfirmed, globals: { language: "en" } };
export const DutchFirstPassword: Story = { args: firstPassword, globals: { language: "nl" } };
export const GermanFirstPassword: Story = { args: firstPassword, globals: { language: "de" } };
export const EnglishFirstPassword: Story = { args: firstPassword, globals: { language: "en" } };
