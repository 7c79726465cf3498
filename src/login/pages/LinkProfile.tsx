import { Form } from "../components/Form.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/**
 * What an identity provider says of the person, before the link. Nothing of it can be edited: an
 * edited address would be one that no mailbox has proven (CVE-2025-7365).
 */
export function LinkProfile() {
  const page = usePage<"link-profile.ftl">();
  return (
    <>
      <h1>{page.msg("confirmLinkIdpReviewProfile")}</h1>
      <p>{page.msgWith("linkProfileText", (kc) => kc.link.provider)}</p>
      <dl className="facts">
        <If test={page.has((kc) => kc.link.name)}>
          <dt>{page.msg("linkProfileName")}</dt>
          <dd>
            <bdi>{page.text((kc) => kc.link.name)}</bdi>
          </dd>
        </If>
        <dt>{page.msg("linkProfileAddress")}</dt>
        <dd>
          <bdi>{page.text((kc) => kc.link.address)}</bdi>
        </dd>
      </dl>
      <p>{page.msg("linkProfileSchool")}</p>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <button type="submit" className="main-action" name="submitAction" value="linkAccount">
          {page.msgWith("confirmLinkIdpContinue", (kc) => kc.link.provider)}
        </button>
        <button type="submit" className="second-action" name="submitAction" value="back">
          {page.msg("doBack")}
        </button>
      </Form>
    </>
  );
}
