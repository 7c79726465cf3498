import { useEffect, useRef } from "react";
import { FieldFrame, type FieldProps, useFieldInput } from "./Field.tsx";

/**
 * The field for a code that is read elsewhere and typed here. It has the focus when the page opens:
 * nothing else is to be done there.
 *
 * @param props.kind digits from an app, which keyboards of phones may offer; or letters from a list
 */
export function CodeField(props: FieldProps & { kind: "digits" | "letters"; isFocused?: boolean }) {
  const { kind, isFocused = true } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const tidy = () => {
      if (input.current) input.current.value = asRead(input.current.value, kind);
    };
    // The browser's own event, when typing is over: React's comes at every key and moves the cursor.
    const field = input.current;
    field?.addEventListener("change", tidy);
    return () => field?.removeEventListener("change", tidy);
  }, [kind]);
  return (
    <FieldFrame {...props}>
      <input
        {...useFieldInput(props)}
        ref={input}
        type="text"
        className="code"
        inputMode={kind === "digits" ? "numeric" : "text"}
        autoComplete={kind === "digits" ? "one-time-code" : "off"}
        autoCapitalize={kind === "digits" ? "none" : "characters"}
        spellCheck={false}
        dir="ltr"
        required
        // biome-ignore lint/a11y/noAutofocus: the page asks for this code and for nothing else
        autoFocus={isFocused}
      />
    </FieldFrame>
  );
}

/**
 * A code as the server knows it: apps show theirs in two groups, and the letters of recovery codes
 * are all capitals.
 */
export function asRead(typed: string, kind: "digits" | "letters"): string {
  const code = typed.replaceAll(/\s/g, "");
  return kind === "digits" ? code : code.toUpperCase();
}
