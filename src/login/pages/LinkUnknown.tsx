import { AccountConsole } from "../components/AccountConsole.tsx";
import { OtherWaysIn } from "../components/OtherWaysIn.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** No school knows the address of an account at an identity provider: how to go on without it. */
export function LinkUnknown() {
  const page = usePage<"link-unknown.ftl">();
  const [beforeAddress, afterAddress] = page.msgAround(
    "linkUnknownAddress",
    (kc) => kc.link.provider,
  );
  const [beforeConsole, afterConsole] = page.msgAround(
    "linkUnknownThenLink",
    (kc) => kc.link.provider,
  );
  return (
    <>
      <h1>{page.msgWith("linkUnknownHeading", (kc) => kc.link.provider)}</h1>
      <p>
        <If
          test={page.has((kc) => kc.link.address)}
          otherwise={page.msgWith("linkUnknownNoAddress", (kc) => kc.link.provider)}
        >
          {beforeAddress}
          <strong>
            <bdi>{page.text((kc) => kc.link.address)}</bdi>
          </strong>
          {afterAddress}
        </If>
      </p>
      <h2>{page.msg("schoolUnknownWhatToDo")}</h2>
      <ol className="steps">
        <li>{page.msg("linkUnknownSignIn")}</li>
        <li>
          {beforeConsole}
          <AccountConsole />
          {afterConsole}
        </li>
      </ol>
      <OtherWaysIn />
    </>
  );
}
