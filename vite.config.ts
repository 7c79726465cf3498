import react from "@vitejs/plugin-react";
import { keycloakify } from "keycloakify/vite-plugin";
import { defineConfig } from "vite";
import { brandFolders } from "./scripts/theme/brand.ts";
import { finishTheme, preactAlias } from "./scripts/theme/finish.ts";

/** Where the build puts its files; two builds at once each name their own. */
const outDir = process.env.PORTAL_THEME_DIR ?? ".portail/theme/work";

export default defineConfig(({ command }) => ({
  plugins: [
    react(),
    keycloakify({
      themeName: brandFolders().map((folder) => folder.name),
      themeVersion: "1",
      accountThemeImplementation: "none",
      keycloakifyBuildDirPath: `${outDir}/jar`,
      // The other target is for Keycloak 22 to 25, which this portal does not run on.
      keycloakVersionTargets: { "22-to-25": false, "all-other-versions": "portal-theme.jar" },
      kcContextExclusionsFtl: "src/login/freemarker/exclusions.ftl",
      postBuild: (buildContext) => finishTheme(process.cwd(), buildContext.projectDirPath),
    }),
  ],
  resolve: {
    alias: command === "build" ? preactAlias : {},
  },
  build: {
    outDir: `${outDir}/dist`,
    target: ["es2020", "safari13", "chrome80", "firefox78"],
    modulePreload: { polyfill: false },
    // Styles of some pages alone, which the theme's last step puts into those pages.
    rolldownOptions: {
      input: { index: "index.html", "second-factor": "src/login/styles/second-factor.css" },
    },
    assetsInlineLimit: 0,
  },
}));
