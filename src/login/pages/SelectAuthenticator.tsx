import { Form } from "../components/Form.tsx";
import { ServerMessage } from "../components/Notice.tsx";
import { OtherAccount } from "../components/OtherFactor.tsx";
import { Each, usePage } from "../freemarker/page-model.tsx";

/** The ways in which somebody can prove who they are, to choose one. */
export function SelectAuthenticator() {
  const page = usePage<"select-authenticator.ftl">();
  return (
    <>
      <ServerMessage />
      <h1>{page.msg("loginChooseAuthenticator")}</h1>
      <Form action={page.text((kc) => kc.url.loginAction)} className="ways">
        <Each page={page} of={(kc) => kc.auth.authenticationSelections}>
          {(way) => (
            <button
              type="submit"
              className="second-action"
              name="authenticationExecution"
              value={way.text((w) => w.authExecId)}
            >
              {way.msgNamed((w) => w.displayName)}
              <span>{way.msgNamed((w) => w.helpText)}</span>
            </button>
          )}
        </Each>
      </Form>
      <OtherAccount />
    </>
  );
}
