import { setTimeout as delay } from "node:timers/promises";
import { oneTimeCode } from "../support/one-time-code.ts";
import type { Visitor } from "../support/visitor.ts";

/** What somebody knows, has, and does at a form before sending it. */
export interface Answers {
  readonly email: string;
  readonly password: string;
  /** Of an authenticator application. */
  readonly otpSecret?: string;
  /** Chosen where a new password is asked for. */
  readonly newPassword?: string;
  /** Done before a form is sent; is told how often it has been shown. */
  readonly beforeSending?: (form: FormName, count: number) => Promise<void>;
}

/**
 * Nobody types faster. Besides, Keycloak takes a password only when it has done with counting the
 * same person's last one, and else says that it is wrong.
 */
const typingMs = 1_000;

/** What a form is about. */
export type FormName = "sign-in" | "one-time code" | "forgotten password" | "new password";

/** How often each form was shown. */
export type Shown = Partial<Record<FormName, number>>;

/**
 * Answers one form after the other, as a person does who reads what is on the page.
 *
 * @param isThere whether the visitor has arrived
 * @throws Error at a page without a form, at any word of a mistake, and at a form shown a third time
 */
export async function answerAll(
  visitor: Visitor,
  answers: Answers,
  isThere: (visitor: Visitor) => boolean,
): Promise<Shown> {
  const shown: Shown = {};
  const codes = new Set<string>();
  while (!isThere(visitor)) {
    const form = formOn(visitor);
    const count = (shown[form] ?? 0) + 1;
    shown[form] = count;
    if (count > 2) throw new Error(`${form} was shown ${count} times: ${pageOf(visitor)}`);
    await delay(typingMs);
    await answers.beforeSending?.(form, count);
    await visitor.send(answer(form, visitor, answers, codes));
  }
  return shown;
}

function formOn(visitor: Visitor): FormName {
  if (
    /id="input-error(?!-container)|class="[^"]*(alert-error|pf-m-danger)|aria-invalid="true"/.test(
      visitor.html,
    )
  ) {
    throw new Error(`a word of a mistake: ${pageOf(visitor)}`);
  }
  const has = (field: string) => visitor.fields.includes(field);
  if (has("password-new")) return "new password";
  if (has("otp")) return "one-time code";
  if (has("password")) return "sign-in";
  if (has("username")) return "forgotten password";
  throw new Error(`no form: ${pageOf(visitor)}`);
}

function answer(
  form: FormName,
  visitor: Visitor,
  { email, password, otpSecret = "", newPassword = password }: Answers,
  codes: Set<string>,
): Record<string, string> {
  switch (form) {
    case "sign-in":
      return visitor.fields.includes("username") ? { username: email, password } : { password };
    case "forgotten password":
      return { username: email };
    case "new password":
      return { "password-new": newPassword, "password-confirm": newPassword };
    case "one-time code": {
      // Keycloak takes each code once; whoever is asked again gives the next.
      const now = oneTimeCode(otpSecret);
      const otp = codes.has(now) ? oneTimeCode(otpSecret, 1) : now;
      codes.add(otp);
      return { otp };
    }
  }
}

function pageOf({ url, html }: Visitor): string {
  const text = html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, " ").replaceAll(/<[^>]*>/g, " ");
  return `${new URL(url).pathname}: ${text.replaceAll(/\s+/g, " ").trim()}`;
}
