import { type ReactNode, useEffect, useRef, useState } from "react";
import { usePage } from "../freemarker/page-model.tsx";
import type { PasskeyAnswer } from "../second-factor/passkey.ts";
import { type PasskeyRefusals, usePasskeyForm } from "../second-factor/use-passkey-form.ts";

/**
 * A page's main form, which a passkey fills in. Its button waits until somebody listens to it: on a
 * slow line that takes seconds, and what is pressed in the meantime would be lost without a word.
 *
 * @param props.fields names of what the passkey answers
 * @param props.isFirst whether the button has the focus when the page opens
 */
export function PasskeyForm(props: {
  action: string;
  fields: readonly string[];
  ask: (form: HTMLFormElement) => Promise<PasskeyAnswer>;
  refusals: PasskeyRefusals;
  submit: string;
  isFirst?: boolean;
  children?: ReactNode;
}) {
  const page = usePage();
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isListening, setListening] = useState(false);
  const { refusal, answer } = usePasskeyForm({ ...props, form });
  useEffect(() => setListening(true), []);
  useEffect(() => {
    // A browser gives no focus to what is disabled; nor is it taken from where the person went.
    const isFree = document.activeElement === document.body;
    if (isListening && props.isFirst && isFree) button.current?.focus();
  }, [isListening, props.isFirst]);
  return (
    <form
      ref={form}
      action={props.action}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void answer();
      }}
    >
      {props.children}
      <PasskeyFields names={props.fields} />
      <noscript>
        <p>{page.msg("pageNeedsScript")}</p>
      </noscript>
      <PasskeyRefusal text={refusal} />
      <button ref={button} type="submit" className="main-action" disabled={!isListening}>
        {props.submit}
      </button>
    </form>
  );
}

/** Fields that a passkey fills in, and the one for what went wrong. */
export function PasskeyFields(props: { names: readonly string[] }) {
  return (
    <>
      {[...props.names, "error"].map((name) => (
        <input key={name} type="hidden" name={name} />
      ))}
    </>
  );
}

/** What came of asking; nothing where all is well. */
export function PasskeyRefusal(props: { text: string }) {
  return (
    props.text !== "" && (
      <p className="passkey-refusal field-error" role="alert">
        {props.text}
      </p>
    )
  );
}

/** Names in which Keycloak takes the answer of a passkey that is there. */
export const proofFields = [
  "clientDataJSON",
  "authenticatorData",
  "signature",
  "credentialId",
  "userHandle",
] as const;

/** Names in which Keycloak takes the answer of a passkey that was made. */
export const registrationFields = [
  "clientDataJSON",
  "attestationObject",
  "publicKeyCredentialId",
  "transports",
  "authenticatorAttachment",
] as const;

/** The values of a form's fields of one name. */
export function valuesOf(form: HTMLFormElement, name: string): string[] {
  return new FormData(form).getAll(name).map(String);
}
