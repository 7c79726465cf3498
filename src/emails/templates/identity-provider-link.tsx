import { Greeting, LinkButton, type Mail, Note, Paragraph, words } from "../layout.tsx";

const provider = "identityProviderDisplayName";

export const identityProviderLink: Mail = {
  name: "identity-provider-link",
  body: (
    <>
      <Greeting />
      <Paragraph>
        {words("identityProviderLinkText", provider, '(identityProviderContext.username)!""')}
      </Paragraph>
      <LinkButton label={words("identityProviderLinkButton", provider)}>
        <Note>{words("identityProviderLinkEffect", provider)}</Note>
        <Note>{words("identityProviderLinkIgnore")}</Note>
      </LinkButton>
    </>
  ),
};
