import type { Decorator, Preview } from "@storybook/react-vite";
import { useLayoutEffect } from "react";
import { brand } from "../src/login/KcPageStory.tsx";
import { type Language, languages } from "../src/login/messages/index.ts";
import { type ColorScheme, showColorScheme } from "./color-scheme.ts";
import "../src/login/styles/portal.css";
import "../src/login/styles/second-factor.css";

/** Dresses the document as the server does: the brand's colours, the language, the colour scheme. */
const inBrand: Decorator = (Story, { args, globals }) => {
  const { language, colorScheme } = globals as { language: Language; colorScheme: ColorScheme };
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [suffix, colors] of [
      ["", brand.colors.light],
      ["-dark", brand.colors.dark],
    ] as const) {
      style.setProperty(`--brand-accent${suffix}`, colors.accent);
      style.setProperty(`--brand-accent-text${suffix}`, colors.accentText);
      style.setProperty(`--brand-link${suffix}`, colors.link);
    }
    document.documentElement.lang = language;
    showColorScheme(colorScheme);
  }, [language, colorScheme]);
  return <Story args={{ ...args, language }} />;
};

const preview: Preview = {
  decorators: [inBrand],
  parameters: {
    layout: "fullscreen",
    controls: { disable: true },
    actions: { disable: true },
    // A page that not everybody can use is an error, not a remark.
    a11y: {
      test: "error",
      options: { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    },
    backgrounds: { disable: true },
    viewport: {
      options: {
        smallPhone: { name: "320 px", styles: { width: "320px", height: "568px" }, type: "mobile" },
        phone: { name: "375 px", styles: { width: "375px", height: "667px" }, type: "mobile" },
        desktop: {
          name: "Desktop",
          styles: { width: "1280px", height: "800px" },
          type: "desktop",
        },
      },
    },
    options: { storySort: { order: ["Pages", "Other pages"] } },
  },
  globalTypes: {
    language: {
      toolbar: {
        title: "Language",
        icon: "globe",
        dynamicTitle: true,
        items: languages.map(({ tag, name }) => ({ value: tag, title: name })),
      },
    },
    colorScheme: {
      toolbar: {
        title: "Colours",
        icon: "mirror",
        dynamicTitle: true,
        items: [
          { value: "system", title: "The system's" },
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
      },
    },
  },
  initialGlobals: { language: "fr", colorScheme: "system" },
};

export default preview;
