import { Form } from "../components/Form.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/**
 * After a sign-in by the old method: what the person's new identifier is, and the way to a password
 * for it. The address is masked by the server: an old password alone does not tell it.
 */
export function LegacyWelcome() {
  const page = usePage<"legacy-welcome.ftl">();
  const isSent = page.flag((kc) => kc.legacy.isSent);
  const address = page.text((kc) => kc.legacy.address);
  const [beforeIdentifier, afterIdentifier] = page.msgAround("legacyWelcomeIdentifier");
  const [beforeAddress, afterAddress] = page.msgAround("legacyWelcomeSentText");
  return (
    <>
      <ServerMessage />
      <If
        test={page.has((kc) => kc.legacy.address)}
        otherwise={
          <>
            <h1>{page.msg("legacyWelcomeNoAddressHeading")}</h1>
            <p>{page.msgWith("legacyWelcomeNoAddressText", (kc) => kc.school.name)}</p>
            <p>{page.msg("legacyWelcomeNoAddressWhatToDo")}</p>
            <Form action={page.text((kc) => kc.url.loginAction)}>
              <input type="hidden" name="method" value="later" />
              <button type="submit" className="main-action">
                {page.msg("doContinue")}
              </button>
            </Form>
          </>
        }
      >
        <If
          test={isSent}
          otherwise={
            <>
              <h1>{page.msg("legacyWelcomeTitle")}</h1>
              <p>{page.msg("legacyWelcomeText")}</p>
              <p className="identifier">
                {beforeIdentifier}
                <strong>{address}</strong>
                {afterIdentifier}
              </p>
              <p>{page.msg("legacyWelcomePassword")}</p>
              <p>{page.msg("legacyWelcomeOtherAddress")}</p>
              <Form action={page.text((kc) => kc.url.loginAction)}>
                <button type="submit" className="main-action" name="method" value="create">
                  {page.msg("legacyWelcomeCreate")}
                </button>
                <button type="submit" className="second-action" name="method" value="later">
                  {page.msg("legacyWelcomeLater")}
                </button>
              </Form>
            </>
          }
        >
          <h1>{page.msg("legacyWelcomeSentHeading")}</h1>
          <p>
            {beforeAddress}
            <strong>{address}</strong>
            {afterAddress}
          </p>
          <p>{page.msg("legacyWelcomeSentHint")}</p>
          <Form action={page.text((kc) => kc.url.loginAction)}>
            <input type="hidden" name="method" value="later" />
            <button type="submit" className="main-action">
              {page.msgWith("legacyWelcomeGoOn", (kc) => kc.school.name)}
            </button>
          </Form>
        </If>
      </If>
    </>
  );
}
