import { BackToSchool } from "../components/BackToSchool.tsx";
import { Form } from "../components/Form.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Somebody who signed in by one school's old method, at a place that it does not open. */
export function LegacyElsewhere() {
  const page = usePage<"legacy-elsewhere.ftl">();
  const hasSchool = page.has((kc) => kc.school?.name);
  return (
    <>
      <h1>{page.msg("legacyElsewhereTitle")}</h1>
      <p>{page.msg("legacyElsewhereText")}</p>
      <p>
        <If test={hasSchool} otherwise={page.msg("legacyElsewhereAccount")}>
          {page.msgWith("legacyElsewhereSchool", (kc) => kc.school?.name)}
        </If>
      </p>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <input type="hidden" name="method" value="portal" />
        <button type="submit" className="main-action">
          {page.msg("landingPortalOpen")}
        </button>
      </Form>
      {/* The account console's own address would only lead here again. */}
      <If test={hasSchool}>
        <BackToSchool isQuiet />
      </If>
    </>
  );
}
