import { AccountConsole } from "../components/AccountConsole.tsx";
import { OtherWaysIn } from "../components/OtherWaysIn.tsx";
import { usePage } from "../freemarker/page-model.tsx";

/** The person's account is linked to another account at the same identity provider already. */
export function LinkTaken() {
  const page = usePage<"link-taken.ftl">();
  const [beforeAccount, afterAccount] = page.msgAround("linkTakenText", (kc) => kc.link.provider);
  const [beforeConsole, afterConsole] = page.msgAround(
    "linkTakenOtherInstead",
    (kc) => kc.link.provider,
  );
  return (
    <>
      <h1>{page.msgWith("linkTakenHeading", (kc) => kc.link.provider)}</h1>
      <p>
        {beforeAccount}
        <strong>
          <bdi>{page.text((kc) => kc.link.account)}</bdi>
        </strong>
        {afterAccount}
      </p>
      <h2>{page.msg("schoolUnknownWhatToDo")}</h2>
      <ul className="steps">
        <li>{page.msgWith("linkTakenUseThat", (kc) => kc.link.provider)}</li>
        <li>
          {beforeConsole}
          <AccountConsole />
          {afterConsole}
        </li>
      </ul>
      <OtherWaysIn />
    </>
  );
}
