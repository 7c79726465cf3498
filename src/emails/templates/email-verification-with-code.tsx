import { Code, Greeting, type Mail, Note, Paragraph, value, words } from "../layout.tsx";

export const emailVerificationWithCode: Mail = {
  name: "email-verification-with-code",
  body: (
    <>
      <Greeting />
      <Paragraph>{words("emailVerificationCodeText")}</Paragraph>
      <Code>{value("code")}</Code>
      <Note>{words("emailVerificationIgnore")}</Note>
    </>
  ),
};
