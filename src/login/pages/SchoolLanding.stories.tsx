import type { Meta, StoryObj } from "@storybook/react-vite";
import { createKcPageStory } from "../KcPageStory.tsx";

const { KcPageStory } = createKcPageStory({ pageId: "school-landing.ftl" });

const meta = { title: "Pages/SchoolLanding", component: KcPageStory } satisfies Meta<
  typeof KcPageStory
>;
export default meta;

type Story = StoryObj<typeof meta>;

const withVideo = {
  kcContext: { school: { video: "https://www.itschool.example/video" } },
} satisfies Story["args"];

export const FirstVisit: Story = { args: withVideo };

export const WithoutVideo: Story = {};

/** A school's settings must never make the page run something. */
export const VideoThatIsNoWebPage: Story = {
  args: { kcContext: { school: { video: "javascript:alert(1)" } } },
};

/** Says the same of a name that nobody has, of a wrong password and of a locked account. */
export const Refused: Story = {
  args: {
    refusals: { username: "legacyRefusedMessage" },
    kcContext: { ...withVideo.kcContext, login: { username: "duboisc" } },
  },
};

export const Expired: Story = {
  args: { ...withVideo, message: { type: "error", key: "loginTimeout" } },
};

export const LongNames: Story = {
  args: {
    refusals: { username: "legacyRefusedMessage" },
    kcContext: {
      school: {
        ...withVideo.kcContext.school,
        name: "Institut d'enseignement fondamental et secondaire Saint-Jean-Baptiste-de-la-Salle-et-Notre-Dame-de-la-Compassion de Woluwe-Saint-Lambert",
      },
      login: { username: "marie-antoinette.".repeat(6) },
    },
  },
};

export const NamesWithMarkup: Story = {
  args: {
    refusals: { username: "legacyRefusedMessage" },
    kcContext: {
      school: { name: `<script>alert("school")</script> & "co"` },
      login: { username: `"><script>alert("user")</script>` },
    },
  },
};

const refusedWithVideo = {
  refusals: { username: "legacyRefusedMessage" },
  ...withVideo,
} satisfies Story["args"];

export const French: Story = { args: refusedWithVideo, globals: { language: "fr" } };
export const Dutch: Story = { args: refusedWithVideo, globals: { language: "nl" } };
export const German: Story = { args: refusedWithVideo, globals: { language: "de" } };
export const English: Story = { args: refusedWithVideo, globals: { language: "en" } };
