import { FieldFrame, type FieldProps, useFieldInput } from "./Field.tsx";

/** The field for what a person calls one of their devices. */
export function DeviceNameField(
  props: FieldProps & { defaultValue?: string; isRequired: boolean },
) {
  return (
    <FieldFrame {...props}>
      <input
        {...useFieldInput(props)}
        type="text"
        autoComplete="off"
        maxLength={255}
        required={props.isRequired}
        defaultValue={props.defaultValue}
      />
    </FieldFrame>
  );
}
