import { If, usePage } from "../freemarker/page-model.tsx";

/** The person's account within a sentence: a link to its console where the server says where it is. */
export function AccountConsole() {
  const page = usePage<"link-unknown.ftl">();
  const words = page.msg("linkAccountConsole");
  return (
    <If test={page.has((kc) => kc.link.accountUri)} otherwise={words}>
      <a href={page.text((kc) => kc.link.accountUri)}>{words}</a>
    </If>
  );
}
