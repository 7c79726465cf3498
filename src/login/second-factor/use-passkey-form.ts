import { type RefObject, useEffect, useRef, useState } from "react";
import { isLeftOff, isThereAlready, type PasskeyAnswer, PasskeysUnknown } from "./passkey.ts";

/** What a person is told where a passkey could not be had. */
export interface PasskeyRefusals {
  /** They did not go on, or nothing here could answer. */
  leftOff: string;
  /** The browser has no passkeys. */
  unknown: string;
  /** The device has one already; needed only where one is made. */
  thereAlready?: string;
}

/**
 * A form that a passkey fills in and sends. What the person may simply try again is told on the
 * page; all else is left to Keycloak, which notes it and shows its page for it.
 *
 * @param props.form its fields are named as the answer's; `error` takes what went wrong
 * @param props.ask asks for the passkey
 */
export function usePasskeyForm(props: {
  form: RefObject<HTMLFormElement | null>;
  refusals: PasskeyRefusals;
  ask: (form: HTMLFormElement) => Promise<PasskeyAnswer>;
}) {
  const [refusal, setRefusal] = useState("");
  const isAsking = useRef(false);
  useEffect(() => {
    // Coming back by the browser's Back button may show this very page again, as it was left.
    const again = () => {
      isAsking.current = false;
    };
    window.addEventListener("pageshow", again);
    return () => window.removeEventListener("pageshow", again);
  }, []);

  /** Asks, once however often it is pressed; tells whether the form was sent. */
  const answer = async (): Promise<boolean> => {
    const form = props.form.current;
    if (form === null || isAsking.current) return false;
    isAsking.current = true;
    setRefusal("");
    try {
      send(form, await props.ask(form));
      return true;
    } catch (error) {
      const told = toldOf(error, props.refusals);
      if (told === undefined) {
        send(form, { error: String(error) });
        return true;
      }
      isAsking.current = false;
      setRefusal(told);
      return false;
    }
  };
  return { refusal, answer };
}

/** Sends a form with an answer in it, without asking once more. */
export function send(form: HTMLFormElement, answer: PasskeyAnswer): void {
  for (const [name, value] of Object.entries(answer)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  // `submit()` alone tells nobody, and the watch over the session must know that the page is left;
  // `requestSubmit()` does both, but not in the Safari of old phones.
  form.dispatchEvent(new Event("submit", { bubbles: true }));
  form.submit();
}

function toldOf(error: unknown, refusals: PasskeyRefusals): string | undefined {
  if (error instanceof PasskeysUnknown) return refusals.unknown;
  if (isThereAlready(error)) return refusals.thereAlready;
  return isLeftOff(error) ? refusals.leftOff : undefined;
}
