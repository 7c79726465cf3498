import { LinkButton, type Mail, Note, Paragraph, words } from "../layout.tsx";

/** It goes to an address that is not proven yet and may be a stranger's: it names nobody. */
export const emailUpdateConfirmation: Mail = {
  name: "email-update-confirmation",
  body: (
    <>
      <Paragraph>{words("greeting")}</Paragraph>
      <Paragraph>{words("emailUpdateText", "newEmail")}</Paragraph>
      <LinkButton label={words("emailUpdateButton")}>
        <Note>{words("emailUpdateIgnore")}</Note>
      </LinkButton>
    </>
  ),
};
