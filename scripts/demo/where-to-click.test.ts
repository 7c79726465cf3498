import { expect, it } from "vitest";
import { whereToClick } from "./where-to-click.ts";

it("names every address, two parents to try an invented old password and Microsoft's, and no other", () => {
  const text = whereToClick(
    {
      keycloak: {
        url: "http://localhost:8080",
        realm: "itschool",
        adminUser: "admin",
        adminPassword: "very-secret",
      },
      mail: { url: "http://localhost:1080", api: "http://localhost:1080/api" },
      schools: [
        { id: "demo", name: "École de démonstration", url: "http://localhost:4001", clientId: "a" },
        { id: "other", name: "Autre école", url: "http://localhost:4002", clientId: "b" },
      ],
      people: [
        {
          email: "one@example.org",
          schools: ["other"],
          legacy: { school: "other", username: "one", password: "one-2019" },
        },
        { email: "both@example.org", schools: ["demo", "other"] },
      ],
      microsoft: {
        people: [
          { signInName: "one@example.org", password: "one-microsoft", who: "a parent" },
          { signInName: "nobody@example.org", password: "nobody-microsoft", who: "a stranger" },
        ],
        control: "http://127.0.0.1:4004/control",
        browser: {
          program: "/usr/bin/chromium",
          arguments: ["--user-data-dir=/tmp/demo's", "--host-resolver-rules=MAP a:443 b:4003"],
        },
      },
    },
    12.4,
  );
  expect(text).not.toContain("very-secret");
  expect(text).toMatchInlineSnapshot(`
    "
    The portal is ready (12 s).

      École de démonstration  http://localhost:4001
      Autre école             http://localhost:4002
      Mails                   http://localhost:1080
      Keycloak's console      http://localhost:8080/admin (admin; password: demo.json)

    Sign in as a parent: open a school, "Se connecter", then "Mot de passe oublié ?" with
      both@example.org  École de démonstration, Autre école
      one@example.org   Autre école
    The link to choose a password is in the mail.

    Or by the old method of Autre école:
      one  one-2019

    Or with Microsoft: a stand-in for it runs here, under Microsoft's own address and with a certificate
    that nobody else knows. This browser is led to it, keeps its data apart, and takes that certificate:
      /usr/bin/chromium '--user-data-dir=/tmp/demo'\\''s' '--host-resolver-rules=MAP a:443 b:4003' http://localhost:4001
      one@example.org     one-microsoft     a parent
      nobody@example.org  nobody-microsoft  a stranger

    Addresses, people and their passwords: .portail/demo.json

    Ctrl-C ends all of it.
    "
  `);
});
