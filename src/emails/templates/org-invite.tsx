import { Greeting, LinkButton, type Mail, Note, Paragraph, words } from "../layout.tsx";

export const orgInvite: Mail = {
  name: "org-invite",
  body: (
    <>
      <Greeting name="firstName" />
      <Paragraph>{words("orgInviteText", "organization.name")}</Paragraph>
      <LinkButton label={words("orgInviteButton")}>
        <Note>{words("orgInviteIgnore")}</Note>
      </LinkButton>
    </>
  ),
};
