import type { Meta, StoryObj } from "@storybook/react-vite";
import { hostileAddress } from "../hostile-account.fixture.ts";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "login-idp-link-confirm.ftl" });

const meta = { title: "Pages/LoginIdpLinkConfirm", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Keycloak says it as an error, and names what it found by its own word. */
function exists(address: string): Story["args"] {
  return {
    message: {
      type: "error",
      key: "federatedIdentityConfirmLinkMessage",
      args: ["email", address],
    },
  };
}

export const AccountExists: Story = { args: exists("parent@example.org") };
export const HostileAddress: Story = { args: exists(hostileAddress) };
export const Dutch: Story = { args: exists("parent@example.org"), globals: { language: "nl" } };
export const German: Story = { args: exists("parent@example.org"), globals: { language: "de" } };
export const English: Story = { args: exists("parent@example.org"), globals: { language: "en" } };
