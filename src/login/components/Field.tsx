import type { ReactNode } from "react";
import { type Condition, If, usePage } from "../freemarker/page-model.tsx";

/** What a field needs to be labelled, and to say what is wrong with it. */
export interface FieldProps {
  /** Name the server expects, also the input's id. */
  name: string;
  label: string;
  /** What is to be entered; shown between the label and the input. */
  hint?: string;
  /** Whether what was sent in this field, or together with it, was refused; absent where it never is. */
  invalid?: Condition;
  /** Why it was refused; shown beneath the field. Without it another field tells. */
  error?: { test: Condition; text: string };
}

/** What ties an input to its label, its hint and its error. */
export function useFieldInput({ name, hint, invalid, error }: FieldProps) {
  const page = usePage();
  const hintId = hint === undefined ? "" : `${name}-hint`;
  return {
    id: name,
    name,
    "aria-invalid": invalid && (page.choose(invalid, "true", "false") as "true" | "false"),
    "aria-describedby": error
      ? page.choose(error.test, `${hintId} ${name}-error`.trimStart(), hintId)
      : hintId || undefined,
  };
}

/** A field: its label and hint above the input and, after a refusal, the reason beneath it. */
export function FieldFrame(props: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.label}</label>
      {props.hint && (
        <p className="field-hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      {props.children}
      {props.error && (
        <If test={props.error.test}>
          <p className="field-error" id={`${props.name}-error`} role="alert">
            {props.error.text}
          </p>
        </If>
      )}
    </div>
  );
}
