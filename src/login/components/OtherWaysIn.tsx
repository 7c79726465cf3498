import { usePage } from "../freemarker/page-model.tsx";
import { Form } from "./Form.tsx";

/** What somebody can do whose account at an identity provider leads no further. */
export function OtherWaysIn() {
  const page = usePage<"link-unknown.ftl">();
  return (
    <Form action={page.text((kc) => kc.url.loginAction)}>
      <button type="submit" className="main-action" name="method" value="sign-in">
        {page.msg("linkSignIn")}
      </button>
      <button type="submit" className="second-action" name="method" value="other-account">
        {page.msgWith("linkOtherAccount", (kc) => kc.link.provider)}
      </button>
    </Form>
  );
}
