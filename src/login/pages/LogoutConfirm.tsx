import { BackToSchool } from "../components/BackToSchool.tsx";
import { Form } from "../components/Form.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Asks before signing out, where the application did not prove that the person wants it. */
export function LogoutConfirm() {
  const page = usePage<"logout-confirm.ftl">();
  return (
    <>
      <h1>{page.msg("logoutConfirmTitle")}</h1>
      <p>{page.msg("logoutConfirmHeader")}</p>
      <Form action={page.text((kc) => kc.url.logoutConfirmAction)}>
        <input
          type="hidden"
          name="session_code"
          defaultValue={page.text((kc) => kc.logoutConfirm.code)}
        />
        <button type="submit" className="main-action" name="confirmLogout" value="true">
          {page.msg("doLogout")}
        </button>
      </Form>
      <If test={page.not(page.flag((kc) => kc.logoutConfirm.skipLink))}>
        <BackToSchool isQuiet />
      </If>
    </>
  );
}
