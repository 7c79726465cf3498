import { expect, it } from "vitest";
import { whereToClick } from "./where-to-click.ts";

it("names every address, two parents to try and an invented old password, and no other", () => {
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

    Addresses, people and their old passwords: .portail/demo.json

    Ctrl-C ends all of it.
    "
  `);
});
