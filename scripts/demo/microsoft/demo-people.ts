import type { NewPerson } from "./people.ts";

/** Somebody of the demo at Microsoft, with what is to be seen when they sign in. */
export interface DemoMicrosoftPerson {
  person: NewPerson & { signInName: string };
  /** Whom it stands for, for whoever tries the demo. */
  who: string;
}

/**
 * The people of the demo who have a Microsoft account. Their ids stay the same, since a demo that is
 * started again still has the links that were made in it. The addresses are of people in
 * `realm-config/demo/people.csv`.
 */
export const demoMicrosoftPeople: readonly DemoMicrosoftPerson[] = [
  {
    who: "a parent of both schools, with a personal account",
    person: {
      id: "48d31887fad4d73b",
      kind: "personal",
      signInName: "claire.dubois@example.org",
      password: "claire-microsoft",
      userPrincipalName: "claire.dubois@example.org",
      mail: "claire.dubois@example.org",
      displayName: "Claire Dubois",
      givenName: "Claire",
      surname: "Dubois",
    },
  },
  {
    who: "a parent of Saint-Exupéry, with the account of a firm",
    person: {
      id: "7b4c9f4e-2f5a-4d1c-9c39-0a6f6a3d8e21",
      kind: "organisation",
      tenant: "2f6a1c0d-5b7e-4c53-8f0e-6d1b9a4e7c35",
      signInName: "g.gregoire@entreprise.example",
      password: "gerard-microsoft",
      userPrincipalName: "g.gregoire@entreprise.example",
      mail: "gerard.gregoire@example.org",
      displayName: "Gérard Grégoire",
      givenName: "Gérard",
      surname: "Grégoire",
    },
  },
  {
    who: "known to no school",
    person: {
      id: "9e02c4d15ba7f360",
      kind: "personal",
      signInName: "camille.roland@outlook.example",
      password: "camille-microsoft",
      userPrincipalName: "camille.roland@outlook.example",
      mail: "camille.roland@outlook.example",
      displayName: "Camille Roland",
      givenName: "Camille",
      surname: "Roland",
    },
  },
];
