import { Form } from "../components/Form.tsx";
import { If, usePage } from "../freemarker/page-model.tsx";

/** Asks before a second factor is removed, which it calls as the person does. */
export function DeleteCredential() {
  const page = usePage<"delete-credential.ftl">();
  const [before, after] = page.msgAround("deleteCredentialTitle");
  return (
    <>
      <h1>
        {before}
        <bdi>
          <Name />
        </bdi>
        {after}
      </h1>
      <p>{page.msg("deleteCredentialMessage")}</p>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <button type="submit" className="main-action" name="accept" value="true">
          {page.msg("doConfirmDelete")}
        </button>
        <button type="submit" className="second-action" name="cancel-aia" value="true">
          {page.msg("doCancel")}
        </button>
      </Form>
    </>
  );
}

/** What Keycloak calls something that was given no name: its kind. */
const kinds = [
  ["otp", "otp-display-name"],
  ["recovery-authn-codes", "recovery-codes-label-default"],
  ["webauthn", "webauthn-display-name"],
  ["webauthn-passwordless", "webauthn-passwordless-display-name"],
] as const;

function Name(props: { among?: readonly (typeof kinds)[number][] }) {
  const page = usePage<"delete-credential.ftl">();
  const [first, ...others] = props.among ?? kinds;
  if (first === undefined) return page.text((kc) => kc.credentialLabel);
  const [kind, message] = first;
  return (
    <If test={page.equals((kc) => kc.credentialLabel, kind)} otherwise={<Name among={others} />}>
      {page.msg(message)}
    </If>
  );
}
