import { BackToSchool } from "../components/BackToSchool.tsx";
import { Notice } from "../components/Notice.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Something that cannot go on, and the way back. */
export function ErrorPage() {
  const page = usePage<"error.ftl">();
  return (
    <>
      <h1>{page.msg("errorTitle")}</h1>
      <Notice kind="error" role="alert">
        <p>{page.text((kc) => kc.message.summary)}</p>
      </Notice>
      <If test={page.not(page.has((kc) => kc.skipLink))}>
        <BackToSchool />
      </If>
    </>
  );
}
