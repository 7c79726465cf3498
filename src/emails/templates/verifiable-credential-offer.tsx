import { Greeting, LinkButton, type Mail, Paragraph, words } from "../layout.tsx";

export const verifiableCredentialOffer: Mail = {
  name: "verifiable-credential-offer",
  body: (
    <>
      <Greeting />
      <Paragraph>{words("verifiableCredentialOfferText", "credentialScopeDisplayName")}</Paragraph>
      <LinkButton label={words("verifiableCredentialOfferButton")} />
    </>
  ),
};
