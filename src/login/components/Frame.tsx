import type { ReactNode } from "react";
import { If, type PageMessageKey, usePage } from "../freemarker/page-model.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";

/**
 * What stands around every page: the brand on top, one card, a quiet footer.
 *
 * @param props.privacyLink what the footer calls the brand's page on data protection
 */
export function Frame(props: { privacyLink?: PageMessageKey; children: ReactNode }) {
  const { privacyLink = "privacyLink" } = props;
  const page = usePage();
  return (
    <div className="page">
      <header className="brand">
        <img
          src={`${page.text((kc) => kc.url.resourcesPath)}/brand/logo.svg`}
          alt={page.msg("brandName")}
          height={40}
        />
      </header>
      <main className="card">{props.children}</main>
      <footer className="footer">
        <If test={page.has((kc) => kc.locale)}>
          <LanguageMenu />
        </If>
        <a href={page.msg("termsUrl")}>{page.msg("termsLink")}</a>
        <a href={page.msg("privacyUrl")}>{page.msg(privacyLink)}</a>
      </footer>
    </div>
  );
}
