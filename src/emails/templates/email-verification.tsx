import { Greeting, LinkButton, type Mail, Note, Paragraph, words } from "../layout.tsx";

export const emailVerification: Mail = {
  name: "email-verification",
  body: (
    <>
      <Greeting />
      <Paragraph>{words("emailVerificationText")}</Paragraph>
      <LinkButton label={words("emailVerificationButton")}>
        <Note>{words("emailVerificationIgnore")}</Note>
      </LinkButton>
    </>
  ),
};
