import { type Mail, Paragraph, words } from "../layout.tsx";

export const emailTest: Mail = {
  name: "email-test",
  body: <Paragraph>{words("emailTestText")}</Paragraph>,
};
