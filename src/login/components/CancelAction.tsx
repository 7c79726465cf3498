import { If, usePage } from "../freemarker/page-model.tsx";
import { Form } from "./Form.tsx";

/** A button that leaves a step somebody asked for in the account console; none where it is due. */
export function CancelAction() {
  const page = usePage();
  return (
    <If test={page.flag((kc) => kc.isAppInitiatedAction)}>
      <CancelButton />
    </If>
  );
}

/** The same in a form of its own, where the page's main form answers something else. */
export function CancelForm() {
  const page = usePage();
  return (
    <If test={page.flag((kc) => kc.isAppInitiatedAction)}>
      <Form action={page.text((kc) => kc.url.loginAction)}>
        <CancelButton />
      </Form>
    </If>
  );
}

function CancelButton() {
  const page = usePage();
  return (
    <button type="submit" className="second-action" name="cancel-aia" value="true" formNoValidate>
      {page.msg("doCancel")}
    </button>
  );
}
