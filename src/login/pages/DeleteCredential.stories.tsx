import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "delete-credential.ftl" });

const meta = { title: "Pages/DeleteCredential", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const phone = { credentialLabel: "Mon téléphone" };

export const Named: Story = { args: { kcContext: phone } };

/** Keycloak gives the kind of what has no name. */
export const Unnamed: Story = { args: { kcContext: { credentialLabel: "recovery-authn-codes" } } };

export const LongName: Story = {
  args: {
    kcContext: {
      credentialLabel: "<b>Le vieux téléphone</b> de Marie-Antoinette, dans le tiroir du couloir",
    },
  },
};

export const Dutch: Story = { args: { kcContext: phone }, globals: { language: "nl" } };
export const German: Story = { args: { kcContext: phone }, globals: { language: "de" } };
export const English: Story = { args: { kcContext: phone }, globals: { language: "en" } };
