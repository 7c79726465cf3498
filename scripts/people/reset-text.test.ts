import { expect, test } from "vitest";
import { resetQuestion, resetText } from "./reset-text.ts";

const person = { id: "1", address: "claire@example.org", name: "", schools: [] };
const going = [
  { kind: "authenticator app", label: "phone", since: "2026-05-01" },
  { kind: "recovery codes" },
] as const;

test("support is asked once more, with what goes", () => {
  expect(resetQuestion(person, going)).toMatchInlineSnapshot(
    `"Take authenticator app "phone", set up on 2026-05-01; recovery codes away, sign claire@example.org out everywhere, and have the mailbox confirmed at the next sign-in?"`,
  );
});

test("support reads what is gone, where it is noted and what comes next", () => {
  expect(resetText(person, going, undefined, 'the client "portail"')).toMatchInlineSnapshot(`
    "claire@example.org has no second factor any more, and was signed out everywhere. Gone: authenticator app "phone", set up on 2026-05-01; recovery codes.
    Keycloak's log of changes has it, as done by the client "portail".
    A mail tells the person.
    At the next sign-in, whichever way they come, a mail to claire@example.org asks them to confirm it; until then no old user name opens anything.
    "
  `);
});

test("support tells the person where no mail could", () => {
  expect(resetText(person, going, "no mail to claire@example.org", "somebody")).toContain(
    "The person could not be told by mail (no mail to claire@example.org): tell them yourself.\n",
  );
});
