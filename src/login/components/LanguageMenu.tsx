import { Each, usePage } from "../freemarker/page-model.tsx";

/** The page's language and the way to the others: plain links, so that it works without JavaScript. */
export function LanguageMenu() {
  const page = usePage();
  return (
    <details className="languages">
      <summary>
        <span className="visually-hidden">{page.msg("languageLabel")}</span>{" "}
        {page.text((kc) => kc.locale?.current)}
      </summary>
      <ul>
        <Each page={page} of={(kc) => kc.locale?.supported}>
          {(language) => (
            <li>
              <a
                href={language.text((l) => l.url)}
                lang={language.text((l) => l.languageTag)}
                hrefLang={language.text((l) => l.languageTag)}
              >
                {language.text((l) => l.label)}
              </a>
            </li>
          )}
        </Each>
      </ul>
    </details>
  );
}
