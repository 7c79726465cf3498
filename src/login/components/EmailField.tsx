import { FieldFrame, type FieldProps, useFieldInput } from "./Field.tsx";

/** The field for the address that says who somebody is; password managers know it as user name. */
export function EmailField(
  props: Omit<FieldProps, "name"> & { autoComplete?: string; defaultValue?: string },
) {
  // Keycloak's name for it, whatever is typed there.
  const field = { ...props, name: "username" };
  return (
    <FieldFrame {...field}>
      <input
        {...useFieldInput(field)}
        type="email"
        inputMode="email"
        autoComplete={props.autoComplete ?? "username"}
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={props.defaultValue}
      />
    </FieldFrame>
  );
}
