import { useState } from "react";
import { usePage } from "../freemarker/page-model.tsx";
import { FieldFrame, type FieldProps, useFieldInput } from "./Field.tsx";

/** A password field whose eye shows and hides what was typed. Without JavaScript there is no eye. */
export function PasswordField(
  props: FieldProps & { autoComplete: "current-password" | "new-password" },
) {
  const page = usePage();
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame {...props}>
      <div className="password">
        <input
          {...useFieldInput(props)}
          type={isShown ? "text" : "password"}
          autoComplete={props.autoComplete}
          required
        />
        <button
          type="button"
          className="eye"
          aria-controls={props.name}
          aria-label={isShown ? page.msg("hidePassword") : page.msg("showPassword")}
          onClick={() => setShown(!isShown)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z" />
            <circle cx="12" cy="12" r="3" />
            <path className="eye-strike" d={isShown ? "M4 4l16 16" : ""} />
          </svg>
        </button>
      </div>
    </FieldFrame>
  );
}
