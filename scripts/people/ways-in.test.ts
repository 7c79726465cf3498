import { expect, test } from "vitest";
import { isSecondFactor, wayInText, waysIn } from "./ways-in.ts";

const createdDate = Date.parse("2026-04-30T22:30:00Z");
const ways = waysIn([
  { type: "otp", userLabel: "phone", createdDate },
  { type: "legacy-password", id: "1", credentialData: '{"school":"demo","username":"c"}' },
  { type: "password", createdDate, credentialData: "{}", secretData: "never read" },
  { type: "webauthn-passwordless", userLabel: "Clé" },
  { type: "recovery-authn-codes", userLabel: "" },
  { type: "of-another-extension" },
]);

test("an account's ways in are told in words, passwords first, with the day in Belgium", () => {
  expect(ways.map(wayInText)).toEqual([
    "password, set up on 2026-05-01",
    'passkey "Clé"',
    'authenticator app "phone", set up on 2026-05-01',
    "recovery codes",
    'old password "demo"',
  ]);
});

test("a passkey is a way in of its own, and what is only asked for in addition a second factor", () => {
  const more = waysIn([{ type: "webauthn", userLabel: "a key" }]);
  expect([...ways, ...more].filter(isSecondFactor).map(({ kind }) => kind)).toEqual([
    "authenticator app",
    "recovery codes",
    "security key",
  ]);
});

test("nothing of a credential's content is in them", () => {
  expect(JSON.stringify(ways)).not.toContain("never read");
  expect(ways[0]).toEqual({ kind: "password", since: "2026-05-01" });
});
