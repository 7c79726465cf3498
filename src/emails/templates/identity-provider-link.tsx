import {
  Greeting,
  LinkButton,
  type Mail,
  Paragraph,
  When,
  WordsWithName,
  words,
} from "../layout.tsx";

const provider = "identityProviderDisplayName";
const account = '(identityProviderContext.username)!""';

/**
 * Goes to the mailbox the school knows; a click in it lets somebody else's account in, if somebody
 * else has asked. When that was, the extension says; Keycloak itself does not.
 */
export const identityProviderLink: Mail = {
  name: "identity-provider-link",
  body: (
    <>
      <Greeting />
      <Paragraph>
        <When
          condition="linkRequestedAt?has_content"
          otherwise={
            <WordsWithName of="identityProviderLinkText" values={[provider]} name={account} />
          }
        >
          <WordsWithName
            of="identityProviderLinkTextAt"
            values={[provider, "linkRequestedAt"]}
            name={account}
          />
        </When>
      </Paragraph>
      <Paragraph>{words("identityProviderLinkEffect", provider)}</Paragraph>
      <Paragraph>{words("identityProviderLinkIgnore")}</Paragraph>
      <LinkButton label={words("identityProviderLinkButton", provider)} />
    </>
  ),
};
