import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { finishTheme } from "./finish.ts";

const project = join(import.meta.dirname, "../..");
let resources: string;

/** How Keycloakify begins a page. */
const keycloakifyContext = `<script>
<#assign xKeycloakify={"resourcesPath": ""}>
const kcContext = \${toJsDeclarationString(.data_model, [])?no_esc};
</script>`;

/** What Keycloakify leaves: for each brand a page made from index.html, and files of its own. */
function unfinishedTheme(brands: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "theme-"));
  for (const brand of brands) {
    const login = join(folder, "theme", brand, "login");
    for (const unused of ["messages", "resources/css"]) {
      mkdirSync(join(login, unused), { recursive: true });
      writeFileSync(join(login, unused, "unused"), "");
    }
    for (const page of ["login.ftl", "login-otp.ftl", "terms.ftl"]) {
      const html = readFileSync(join(project, "index.html"), "utf8");
      writeFileSync(join(login, page), html.replace("<head>", `<head>${keycloakifyContext}`));
    }
    const dist = join(login, "resources/dist");
    mkdirSync(join(dist, "assets"), { recursive: true });
    writeFileSync(join(dist, "index.html"), '<link rel="stylesheet" crossorigin href="/a.css">');
    writeFileSync(join(dist, "a.css"), ".card{color:red}");
    writeFileSync(join(dist, "assets/second-factor-a1.css"), ".key{color:blue}\n");
  }
  return folder;
}

beforeAll(async () => {
  vi.stubEnv("PORTAL_MORE_BRANDS", join(project, "test/fixtures/brands"));
  resources = unfinishedTheme(["itschool", "coteau"]);
  await finishTheme(resources, project);
}, 60_000);

afterAll(() => rmSync(resources, { recursive: true }));

describe.each([
  { brand: "itschool", name: "iT.SCHOOL", accent: "#1459c7" },
  { brand: "coteau", name: "Réseau <du> Coteau & Cie", accent: "#0b6b3a" },
])("the theme of $brand", ({ brand, name, accent }) => {
  const read = (file: string, type = "login") =>
    readFileSync(join(resources, "theme", brand, type, file), "utf8");

  test("has the sign-in page in its first HTML, with nothing left open", () => {
    const page = read("login.ftl");
    expect(page).toContain('name="username"');
    expect(page).toContain('name="password"');
    expect(page).not.toContain("PORTAL_");
  });

  test("tells the scripts for passkeys where to find their imports, before the first module", () => {
    const [before = ""] = read("terms.ftl").split('type="module"');
    expect(before).toContain(
      '{"imports":{"rfc4648":"${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}',
    );
    expect(read("login.ftl"), "drawn pages have no use for it").not.toContain("importmap");
  });

  test("sends a drawn page what it reads, and none of what Keycloakify would send", () => {
    const page = read("login.ftl");
    expect(page).toContain('loginAction:${((url.loginAction)!"")?c}');
    expect(page).toContain("<#assign xKeycloakify=");
    expect(page).not.toContain(".data_model");
    expect(read("terms.ftl")).toContain(".data_model");
  });

  test("has its styles in the page itself", () => {
    expect(read("login.ftl")).toContain(".card{color:red}</style>");
  });

  test("has the styles of some pages in those pages alone, and nowhere else", () => {
    expect(read("login-otp.ftl")).toContain(".card{color:red}.key{color:blue}</style>");
    const assets = join(resources, "theme", brand, "login/resources/dist/assets");
    expect(readdirSync(assets)).toEqual([]);
  });

  test("has the frame of a page that is drawn in the browser, and its messages", () => {
    const page = read("terms.ftl");
    expect(page).not.toContain("<form");
    expect(page).toContain('"termsTitle":${msg("termsTitle")?c}');
  });

  test("wears the brand's colours, name and pictures", () => {
    expect(read("login.ftl")).toContain(`--brand-accent:${accent};`);
    expect(read("messages/messages_fr.properties")).toContain(`\nbrandName=${name}\n`);
    expect(read("resources/brand/logo.svg")).toContain("<svg");
  });

  test.each(["fr", "nl", "de", "en"])("speaks %s", (language) => {
    expect(read(`messages/messages_${language}.properties`)).toMatch(/^doLogIn=./m);
    expect(read("theme.properties")).toContain(language);
  });

  test("has Keycloak's own account console, in the brand's clothes and words", () => {
    const properties = read("theme.properties", "account");
    expect(properties).toContain("parent=keycloak.v3\n");
    expect(properties).toContain(`title=${name}\n`);
    const [, styleSheet = ""] = /^styles=(.*)$/m.exec(properties) ?? [];
    const styles = read(`resources/${styleSheet}`, "account");
    expect(styles).toContain(`--brand-accent:${accent};`);
    expect(styles, "the palette is within").toMatch(/--card: *#fff/);
    expect(styles).toContain(':lang(fr) #loading-text::after{content:"Votre compte');
    const [, script = ""] = /^scripts=(.*)$/m.exec(properties) ?? [];
    expect(read(`resources/${script}`, "account")).toContain('"Global":"Menu"');
    expect(read("resources/logo.svg", "account")).toBe(read("resources/brand/logo.svg"));
    expect(read("resources/favicon.svg", "account")).toBe(read("resources/brand/icon.svg"));
    expect(read("messages/messages_fr.properties", "account")).toContain(`logo=${name}\n`);
  });

  test("keeps nothing that no page asks for", () => {
    const login = join(resources, "theme", brand, "login");
    expect(existsSync(join(login, "messages/unused"))).toBe(false);
    expect(existsSync(join(login, "resources/css"))).toBe(false);
  });
});

test("says so when index.html has lost a place that pages are put into", async () => {
  const folder = unfinishedTheme(["itschool", "coteau"]);
  writeFileSync(join(folder, "theme/itschool/login/login.ftl"), "<html></html>");
  await expect(finishTheme(folder, project)).rejects.toThrow("%PORTAL_TITLE%");
  rmSync(folder, { recursive: true });
}, 60_000);
