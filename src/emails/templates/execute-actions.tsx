import { invitingAttribute } from "../invitation.ts";
import {
  Greeting,
  LinkButton,
  List,
  type Mail,
  Note,
  Paragraph,
  value,
  When,
  WordsWithName,
  words,
} from "../layout.tsx";

const inviting = `((user.attributes["${invitingAttribute}"])!"")`;
const school = `${inviting}?keep_after(" ")`;
// With the application in its address, also a link that has expired leads to a page with a way back.
// A school's id has no sign that an address would have to quote.
const link = `link + "&client_id=school-" + ${inviting}?keep_before(" ")`;
const isInvitation = `(requiredActions![])?join(" ") == "UPDATE_PASSWORD" && ${inviting}?contains(" ")`;

/**
 * Asks somebody to do one thing or several; an invitation to the portal (`portail invite`) where the
 * first password is all there is to do.
 */
export const executeActions: Mail = {
  name: "executeActions",
  body: (
    <>
      <Greeting />
      <When condition={isInvitation} otherwise={<ToBeDone />}>
        <Invitation />
      </When>
    </>
  ),
};

function Invitation() {
  return (
    <>
      <Paragraph>
        <WordsWithName of="welcomeText" values={[]} name={school} />
      </Paragraph>
      <LinkButton label={words("welcomeButton")} link={link}>
        <Note>
          <WordsWithName of="welcomeExpired" values={[]} name={'user.email!""'} />
        </Note>
        <Note>{words("welcomeAlready")}</Note>
        <Note>{words("welcomeIgnore")}</Note>
      </LinkButton>
    </>
  );
}

function ToBeDone() {
  return (
    <>
      <Paragraph>{words("executeActionsText")}</Paragraph>
      <List items="requiredActions![]" entry={value('msg("requiredAction." + item)')} />
      <LinkButton label={words("executeActionsButton")}>
        <Note>{words("executeActionsIgnore")}</Note>
      </LinkButton>
    </>
  );
}
