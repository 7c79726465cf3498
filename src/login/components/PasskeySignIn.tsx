import { useEffect, useRef } from "react";
import { Each, usePage } from "../freemarker/page-model.tsx";
import { askForPasskey, canOfferPasskeys } from "../second-factor/passkey.ts";
import { send, usePasskeyForm } from "../second-factor/use-passkey-form.ts";
import { PasskeyFields, PasskeyRefusal, proofFields, valuesOf } from "./PasskeyForm.tsx";

/**
 * A passkey instead of address and password: by a button, and by what the browser itself offers in
 * the field for the address.
 */
export function PasskeySignIn() {
  const page = usePage<"login.ftl">();
  const form = useRef<HTMLFormElement>(null);
  const offer = useRef<AbortController>(undefined);
  const isUserIdentified = page.text((kc) => kc.isUserIdentified);
  const mediation = page.text((kc) => kc.mediation);
  const asked = {
    challenge: page.text((kc) => kc.challenge),
    rpId: page.text((kc) => kc.rpId),
    userVerification: page.text((kc) => kc.userVerification),
    timeoutS: page.number((kc) => kc.createTimeout),
  };
  const { refusal, answer } = usePasskeyForm({
    form,
    ask: async (sent) => {
      offer.current?.abort();
      const allowed = valuesOf(sent, "allowedCredential");
      return { ...(await askForPasskey({ ...asked, allowed })), ...rememberMe() };
    },
    refusals: {
      leftOff: page.msg("passkeyNotUsed"),
      unknown: page.msg("webauthn-unsupported-browser-text"),
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked never changes on a page
  useEffect(() => {
    // Keycloak's other ways would open a dialog that nobody asked for.
    if (isUserIdentified !== "true" && ["", "conditional"].includes(mediation)) void inField();
    return () => offer.current?.abort();
  }, []);

  const inField = async () => {
    if (!(await canOfferPasskeys())) return;
    const waiting = new AbortController();
    offer.current = waiting;
    try {
      const { signal } = waiting;
      const used = await askForPasskey(
        { ...asked, allowed: [] },
        { mediation: "conditional", signal },
      );
      if (form.current) send(form.current, { ...used, ...rememberMe() });
    } catch {
      // Nobody asked for it: whoever takes no passkey from the field signs in as ever.
    }
  };
  return (
    <form ref={form} action={page.text((kc) => kc.url.loginAction)} method="post">
      <Each page={page} of={(kc) => kc.authenticators?.authenticators}>
        {(passkey) => (
          <input
            type="hidden"
            name="allowedCredential"
            value={passkey.text((p) => p.credentialId)}
          />
        )}
      </Each>
      <PasskeyFields names={[...proofFields, "rememberMe"]} />
      <PasskeyRefusal text={refusal} />
      <button type="button" className="second-action needs-script" onClick={answer}>
        {page.msg("webauthn-doAuthenticate")}
      </button>
    </form>
  );
}

/** Whether the person wants to be remembered, which the form with the password asks. */
function rememberMe(): Record<string, string> {
  const box = document.querySelector<HTMLInputElement>('input[type="checkbox"][name="rememberMe"]');
  return { rememberMe: box?.checked ? "on" : "" };
}
