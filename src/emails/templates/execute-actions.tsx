import {
  Greeting,
  LinkButton,
  List,
  type Mail,
  Note,
  Paragraph,
  value,
  words,
} from "../layout.tsx";

export const executeActions: Mail = {
  name: "executeActions",
  body: (
    <>
      <Greeting />
      <Paragraph>{words("executeActionsText")}</Paragraph>
      <List items="requiredActions![]" entry={value('msg("requiredAction." + item)')} />
      <LinkButton label={words("executeActionsButton")}>
        <Note>{words("executeActionsIgnore")}</Note>
      </LinkButton>
    </>
  ),
};
