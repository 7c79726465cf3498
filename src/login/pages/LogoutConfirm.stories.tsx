import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "logout-confirm.ftl" });

const meta = { title: "Pages/LogoutConfirm", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

export const FromASchool: Story = {};

export const WithoutWayBack: Story = {
  args: { kcContext: { logoutConfirm: { skipLink: true }, client: { baseUrl: undefined } } },
};

export const LongSchoolName: Story = {
  args: {
    kcContext: {
      client: {
        name: "Institut d'enseignement fondamental et secondaire Saint-Jean-Baptiste-de-la-Salle-et-Notre-Dame-de-la-Compassion de Woluwe-Saint-Lambert",
      },
    },
  },
};

export const SchoolNameWithMarkup: Story = {
  args: { kcContext: { client: { name: `<script>alert("school")</script> & "co"` } } },
};

export const Dutch: Story = { globals: { language: "nl" } };
export const German: Story = { globals: { language: "de" } };
export const English: Story = { globals: { language: "en" } };
