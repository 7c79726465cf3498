import { BackToSchool } from "../components/BackToSchool.tsx";
import { Form } from "../components/Form.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Somebody signed in whom this school does not know, or to whom an application is not open. */
export function SchoolUnknown() {
  const page = usePage<"school-unknown.ftl">();
  return (
    <>
      <If
        test={page.has((kc) => kc.school?.name)}
        otherwise={
          <>
            <h1>{page.msg("applicationClosedHeading")}</h1>
            <p>{page.msg("applicationClosedText")}</p>
          </>
        }
      >
        <h1>{page.msgWith("schoolUnknownHeading", (kc) => kc.school?.name)}</h1>
        <p>{page.msg("schoolUnknownText")}</p>
        <h2>{page.msg("schoolUnknownWhatToDo")}</h2>
        <ul>
          <li>{page.msg("schoolUnknownAskSchool")}</li>
          <li>{page.msg("schoolUnknownOtherAddress")}</li>
        </ul>
      </If>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <input type="hidden" name="method" value="other-account" />
        <button type="submit" className="main-action">
          {page.msg("restartLoginTooltip")}
        </button>
      </Form>
      <BackToSchool isQuiet />
    </>
  );
}
