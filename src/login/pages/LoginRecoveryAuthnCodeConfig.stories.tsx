import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-recovery-authn-code-config.ftl" });

const meta = { title: "Pages/LoginRecoveryAuthnCodeConfig", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const codes = [
  "K7QX2MPA9RTB",
  "D4WZ8HVN3CJE",
  "Y6SF1LGU5XQK",
  "B9RM3TPD7WAZ",
  "H2VJ6NCE8YSF",
  "L5GU1XKQ4BRM",
  "T3PD9WAZ7HVJ",
  "N8CE2YSF6LGU",
  "X1KQ5BRM3TPD",
  "W7AZ4HVJ9NCE",
  "S6YF8GUL2XQK",
  "M3RB5PDT1AZW",
];

const generated = {
  recoveryAuthnCodesConfigBean: {
    generatedRecoveryAuthnCodesList: codes,
    generatedRecoveryAuthnCodesAsString: codes.join(),
    generatedAt: 1_790_000_000_000,
  },
};

const isDue = { type: "warning", key: "configureBackupCodesMessage" } as const;

export const AfterAnApp: Story = { args: { kcContext: generated, message: isDue } };

export const OwnWish: Story = {
  args: { kcContext: { ...generated, isAppInitiatedAction: true }, message: isDue },
};

export const Dutch: Story = { args: { kcContext: generated }, globals: { language: "nl" } };
export const German: Story = { args: { kcContext: generated }, globals: { language: "de" } };
export const English: Story = { args: { kcContext: generated }, globals: { language: "en" } };
