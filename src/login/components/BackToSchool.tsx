import { If, usePage } from "../freemarker/page-model.tsx";

/**
 * The way back to the school's application, named, where the page knows which one it is.
 *
 * @param props.isQuiet whether the page has another main action
 */
export function BackToSchool(props: { isQuiet?: boolean }) {
  const page = usePage<"info.ftl">();
  return (
    <If test={page.has((kc) => kc.client?.baseUrl)}>
      <a
        className={props.isQuiet ? "second-action" : "main-action"}
        href={page.text((kc) => kc.client?.baseUrl)}
      >
        <If test={page.has((kc) => kc.client?.name)} otherwise={page.msg("backToApplication")}>
          {page.msgWith("backToSchool", (kc) => kc.client?.name)}
        </If>
      </a>
    </If>
  );
}
