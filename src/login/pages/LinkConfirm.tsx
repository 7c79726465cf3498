import { Notice } from "../components/Notice.tsx";
import { usePage } from "../freemarker/page-model.tsx";

/**
 * The mail's link was opened in another browser than the one that asked for it: who asked, when, and
 * what a click does. Somebody else may have asked.
 */
export function LinkConfirm() {
  const page = usePage<"link-confirm.ftl">();
  return (
    <>
      <h1>{page.msgWith("linkConfirmHeading", (kc) => kc.link.provider)}</h1>
      <p>{page.msg("linkConfirmText")}</p>
      <dl className="facts">
        <dt>{page.msgWith("linkConfirmAccount", (kc) => kc.link.provider)}</dt>
        <dd>
          <bdi>{page.text((kc) => kc.link.account)}</bdi>
        </dd>
        <dt>{page.msg("linkConfirmAt")}</dt>
        <dd>{page.text((kc) => kc.link.at)}</dd>
        <dt>{page.msg("linkConfirmAddress")}</dt>
        <dd>
          <bdi>{page.text((kc) => kc.link.address)}</bdi>
        </dd>
      </dl>
      <Notice kind="warning">
        <p>{page.msgWith("linkConfirmEffect", (kc) => kc.link.provider)}</p>
        <p>{page.msg("linkConfirmIgnore")}</p>
      </Notice>
      <form action={page.text((kc) => kc.link.confirmUri)} method="get">
        <input type="hidden" name="key" value={page.text((kc) => kc.link.key)} />
        <input type="hidden" name="client_id" value={page.text((kc) => kc.link.clientId)} />
        <input type="hidden" name="tab_id" value={page.text((kc) => kc.link.tabId)} />
        <button type="submit" className="main-action">
          {page.msg("linkConfirm")}
        </button>
      </form>
    </>
  );
}
