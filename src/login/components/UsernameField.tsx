import { type Condition, If } from "../freemarker/page-model.tsx";
import { FieldFrame, type FieldProps, useFieldInput } from "./Field.tsx";

/**
 * The field for the name by which one school knew somebody: a plain text, not an address.
 *
 * @param props.isFocused whether the page opens with it, and in its place on the page
 */
export function UsernameField(
  props: Omit<FieldProps, "name"> & { defaultValue?: string; isFocused: Condition },
) {
  const field = { ...props, name: "username" };
  const input = {
    ...useFieldInput(field),
    type: "text",
    autoComplete: "username",
    autoCapitalize: "none",
    spellCheck: false,
    required: true,
    defaultValue: props.defaultValue,
  };
  return (
    <FieldFrame {...field}>
      <If test={props.isFocused} otherwise={<input {...input} />}>
        {/* biome-ignore lint/a11y/noAutofocus: what was refused would lie below the screen */}
        <input {...input} autoFocus />
      </If>
    </FieldFrame>
  );
}
