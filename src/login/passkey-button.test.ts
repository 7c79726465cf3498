import { expect, test, vi } from "vitest";
import { holdUntilHeard } from "./passkey-button.ts";

/** What is asked of an element, without a browser. */
class Button extends EventTarget {
  disabled = false;
  autofocus = false;
  focus = vi.fn();
  ownerDocument: { body: object; activeElement: object };

  constructor() {
    super();
    const body = {};
    this.ownerDocument = { body, activeElement: body };
  }
}

function held({ autofocus = false } = {}): Button & HTMLInputElement {
  const button = Object.assign(new Button(), { autofocus }) as Button & HTMLInputElement;
  holdUntilHeard(button);
  return button;
}

test("cannot be pressed until somebody listens", () => {
  const button = held();
  expect(button.disabled).toBe(true);
  button.addEventListener("click", () => {});
  expect(button.disabled).toBe(false);
});

test("whoever listens hears it as often as was asked for", () => {
  const button = held();
  const [once, always] = [vi.fn(), vi.fn()];
  button.addEventListener("click", once, { once: true });
  button.addEventListener("click", always);
  button.dispatchEvent(new Event("click"));
  button.dispatchEvent(new Event("click"));
  expect(once).toHaveBeenCalledOnce();
  expect(always).toHaveBeenCalledTimes(2);
});

test("a second listener changes nothing any more", () => {
  const button = held();
  button.addEventListener("click", () => {});
  button.disabled = true;
  button.addEventListener("click", () => {});
  expect(button.disabled).toBe(true);
});

test("has the focus that was meant for it, unless the person is elsewhere by then", () => {
  const meant = held({ autofocus: true });
  meant.addEventListener("click", () => {});
  expect(meant.focus).toHaveBeenCalledOnce();

  const elsewhere = held({ autofocus: true });
  Object.assign(elsewhere.ownerDocument, { activeElement: {} });
  elsewhere.addEventListener("click", () => {});
  expect(elsewhere.focus).not.toHaveBeenCalled();

  const plain = held();
  plain.addEventListener("click", () => {});
  expect(plain.focus).not.toHaveBeenCalled();
});
