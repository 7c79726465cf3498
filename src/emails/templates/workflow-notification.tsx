import { Greeting, type Mail, Paragraph, value, When } from "../layout.tsx";

/** Keycloak's workflows choose its words: a message of theirs, or a text an operator wrote. */
export const workflowNotification: Mail = {
  name: "workflow-notification",
  body: (
    <>
      <Greeting />
      <Paragraph>
        <When
          condition={'messageKey == "customMessage"'}
          otherwise={value("msg(messageKey, daysRemaining, reason)")}
        >
          {value("customMessage")}
        </When>
      </Paragraph>
    </>
  ),
};
