import type { ConsoleMessageKey } from "./messages/index.ts";

/**
 * What Keycloak's console calls something in English whatever the language, and our words for it; by
 * its role, what it does not call anything.
 */
export const namesInEnglish = {
  Global: "navigation",
  "credential list": "credentialList",
  "Close alert": "closeNotice",
  Contents: "loading",
  listbox: "selectALocale",
} as const satisfies Record<string, ConsoleMessageKey>;

/**
 * Does what Keycloak's console leaves undone: elements get their names for screen readers in the
 * page's language, the page the language that the person has just chosen, and a phone shows the page
 * that was chosen from the menu rather than the menu.
 *
 * It is sent to the browser as it stands: it knows of nothing around it.
 *
 * @param names by language and English name
 */
export function mendConsole(names: Record<string, Record<string, string>>): void {
  const page = document.documentElement;
  const given = new WeakMap<Element, string>();
  const nameAll = () => {
    for (const element of document.querySelectorAll("[role=listbox]:not([aria-label])"))
      element.setAttribute("aria-label", "listbox");
    for (const element of document.querySelectorAll("[aria-label]")) {
      const name = given.get(element) ?? element.getAttribute("aria-label") ?? "";
      given.set(element, name);
      // One for each device: they would be regions of the page, all of one name.
      if (name === "device-sessions-content") {
        element.removeAttribute("aria-label");
        continue;
      }
      const ours = names[page.lang]?.[name.replace(/^Close .*alert: .*/s, "Close alert")] ?? name;
      // What is chosen in a list belongs to the list's name.
      const isList = element.classList.contains("pf-v5-c-menu-toggle");
      const whole = isList ? `${ours}: ${element.textContent}` : ours;
      if (whole !== element.getAttribute("aria-label")) element.setAttribute("aria-label", whole);
    }
  };
  nameAll();
  new MutationObserver(nameAll).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  // The console's own word for it, with the language it goes on in.
  addEventListener("languageChanged", (event) => {
    page.lang = (event as CustomEvent<{ language: string }>).detail.language;
    nameAll();
  });
  document.addEventListener("click", ({ target }) => {
    const isOfMenu = target instanceof Element && target.closest(".pf-v5-c-nav__link");
    // Where there is little room, the menu closes when the page beside it is pressed upon.
    const pressed = new MouseEvent("mousedown");
    if (isOfMenu) document.querySelector(".pf-v5-c-page__main")?.dispatchEvent(pressed);
  });
}
