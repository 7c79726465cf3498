import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "webauthn-register.ftl" });

const meta = { title: "Pages/WebauthnRegister", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Numbers, whatever Keycloakify's description of the page says. */
const signatureAlgorithms = [-7, -257] as unknown as string[];

const first = { signatureAlgorithms, excludeCredentialIds: "" };

export const FirstPasskey: Story = { args: { kcContext: first } };

export const Due: Story = { args: { kcContext: { ...first, isAppInitiatedAction: false } } };

const another = { ...first, excludeCredentialIds: "MzAx,MzAy" };

export const AnotherPasskey: Story = { args: { kcContext: another } };

export const Dutch: Story = { args: { kcContext: first }, globals: { language: "nl" } };
export const German: Story = { args: { kcContext: first }, globals: { language: "de" } };
export const English: Story = { args: { kcContext: first }, globals: { language: "en" } };
