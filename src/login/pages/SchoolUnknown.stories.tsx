import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "school-unknown.ftl" });

const meta = { title: "Pages/SchoolUnknown", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

export const UnknownToTheSchool: Story = {};

export const WithoutWayBack: Story = { args: { kcContext: { client: { baseUrl: undefined } } } };

export const ApplicationOfNoSchool: Story = {
  args: { kcContext: { school: undefined, client: { name: undefined } } },
};

const longName =
  "Institut d'enseignement fondamental et secondaire Saint-Jean-Baptiste-de-la-Salle-et-Notre-Dame-de-la-Compassion de Woluwe-Saint-Lambert";

export const LongSchoolName: Story = {
  args: { kcContext: { school: { name: longName }, client: { name: longName } } },
};

const markup = `<script>alert("school")</script> & "co"`;

export const SchoolNameWithMarkup: Story = {
  args: { kcContext: { school: { name: markup }, client: { name: markup } } },
};

export const Dutch: Story = { globals: { language: "nl" } };
export const German: Story = { globals: { language: "de" } };
export const English: Story = { globals: { language: "en" } };
