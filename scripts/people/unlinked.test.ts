import { expect, test } from "vitest";
import { unlinkedText } from "./unlinked.ts";

const person = { id: "1", address: "claire@example.org", name: "", schools: [] };
const link = { provider: "microsoft", name: "c@outlook.com" };

test("support reads what was done, where it is noted and what to tell the person", () => {
  const text = unlinkedText(person, link, [{ kind: "password" }], 'the client "portail"');
  expect(text).toMatchInlineSnapshot(`
    "claire@example.org can no longer be entered with the Microsoft account "c@outlook.com", and was signed out everywhere.
    Keycloak's log of changes has it, as done by the client "portail".
    Tell the person to set a new password: "Mot de passe oublié ?" on the sign-in page, with claire@example.org.
    To use Microsoft again they press its button there; a mail to that address links it anew.
    "
  `);
});

test("what somebody else may have set up is named, and a password is replaced anyway", () => {
  const ways = [
    { kind: "password" },
    { kind: "passkey", label: "phone", since: "2026-05-01" },
    { kind: "old password", label: "demo" },
  ] as const;
  const text = unlinkedText(person, link, ways, "somebody");
  expect(text).toMatch(/still set up: passkey "phone", set up on 2026-05-01\.\n$/);
});
