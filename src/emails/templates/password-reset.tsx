import { Greeting, LinkButton, type Mail, Note, Paragraph, words } from "../layout.tsx";

export const passwordReset: Mail = {
  name: "password-reset",
  body: (
    <>
      <Greeting />
      <Paragraph>{words("passwordResetText")}</Paragraph>
      <LinkButton label={words("passwordResetButton")}>
        <Note>{words("passwordResetIgnore")}</Note>
      </LinkButton>
    </>
  ),
};
