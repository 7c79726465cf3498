import { Greeting, type Mail, Note, Paragraph, words } from "../layout.tsx";
import type { EmailMessageKey } from "../messages/index.ts";

const when = "at?datetime?string.long_short";
const provider = "provider";

/**
 * Tells what has become of the ways into an account, when, and what to do if its owner knows nothing
 * of it. The extension sends it. No link is in it: whoever fears for an account is not to learn that
 * one in a mail can be trusted.
 */
function notice(name: string, text: EmailMessageKey, ...more: string[]): Mail {
  return {
    name,
    body: (
      <>
        <Greeting />
        <Paragraph>{words(text, when, ...more)}</Paragraph>
        <Note>{words("noticeNotYou")}</Note>
      </>
    ),
  };
}

export const notices: Mail[] = [
  notice("noticePasswordChosen", "noticePasswordChosenText"),
  notice("noticeAppAdded", "noticeAppAddedText"),
  notice("noticeAppRemoved", "noticeAppRemovedText"),
  notice("noticePasskeyAdded", "noticePasskeyAddedText"),
  notice("noticePasskeyRemoved", "noticePasskeyRemovedText"),
  notice("noticeRecoveryCodesMade", "noticeRecoveryCodesMadeText"),
  notice("noticeRecoveryCodesRemoved", "noticeRecoveryCodesRemovedText"),
  notice("noticeRecoveryCodeUsed", "noticeRecoveryCodeUsedText"),
  notice("noticeLinked", "noticeLinkedText", provider),
  notice("noticeUnlinked", "noticeUnlinkedText", provider),
];
