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
      <If
        test={page.all(
          page.not(page.flag((kc) => kc.logoutConfirm.skipLink)),
          page.has((kc) => kc.client.baseUrl),
        )}
      >
        <a className="second-action" href={page.text((kc) => kc.client.baseUrl)}>
          {page.msgWith("backToSchool", (kc) => kc.client.name)}
        </a>
      </If>
    </>
  );
}
