/** The element of Keycloakify's pages that begins the talk with a passkey. */
export const passkeyButtonId = "authenticateWebAuthnButton";

/**
 * Keeps the button of a passkey from being pressed before anything hears the press. Keycloakify ties
 * it to a script that the page fetches once it is drawn; on a slow line that takes seconds, and what
 * is pressed in the meantime would be lost without a word.
 *
 * @param button as it was just drawn, before a script can have found it
 */
export function holdUntilHeard(button: HTMLInputElement): void {
  button.disabled = true;
  button.addEventListener = (...listener: Parameters<HTMLInputElement["addEventListener"]>) => {
    // From here on it is the element's own again.
    Reflect.deleteProperty(button, "addEventListener");
    button.addEventListener(...listener);
    button.disabled = false;
    // A browser gives no focus to what is disabled; nor is it taken from where the person went.
    if (button.autofocus && isFocusFree(button.ownerDocument)) button.focus();
  };
}

function isFocusFree({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body;
}
