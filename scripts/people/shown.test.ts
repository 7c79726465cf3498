import { describe, expect, it } from "vitest";
import { importLines, type Shown, shownText } from "./shown.ts";

const nameOf = (id: string) => ({ a: "École A", b: "École B" })[id] ?? id;
const at = "2026-11-23T08:00:00.000Z";

const claire: Shown = {
  address: "claire@example.org",
  name: "Claire Dubois",
  account: {
    madeOn: "2026-09-01",
    isEnabled: true,
    isAddressProven: true,
    language: "fr",
    guessing: { isLocked: true, lockedUntil: at, failures: 5, lastFailureAt: at },
  },
  schools: [
    { id: "a", name: "École A", isMember: true, usernames: ["duboisc"], personIds: ["17"] },
    {
      id: "b",
      name: "École B",
      isMember: true,
      usernames: [],
      personIds: [],
      lastOldSignIn: "2026-06-01",
    },
  ],
  ways: [
    { kind: "password", since: "2026-09-02" },
    { kind: "passkey", label: "phone" },
    { kind: "authenticator app", label: "my phone" },
    { kind: "old password", label: "a" },
  ],
  links: [{ provider: "microsoft", name: "claire@outlook.com" }],
  signIns: {
    state: "kept",
    keptSeconds: 90 * 86_400,
    last: { at, where: "a", by: "old method" },
  },
  sessions: [{ startedAt: at, usedAt: "2026-11-23T08:30:00.000Z", where: ["a", "b"] }],
  imports: {
    folder: "import-reports",
    lastImports: new Map([["a", at]]),
    findings: [
      {
        kind: "address-changed",
        school: "a",
        file: "a.csv",
        line: 3,
        username: "duboisc",
        detail: "before: claire.dubois@example.org",
        importedAt: at,
      },
    ],
    others: 0,
    troubles: [],
  },
};

/** Somebody of whom there is next to nothing to tell. */
const nobody: Shown = {
  address: "new@example.org",
  name: "",
  account: {
    isEnabled: false,
    isAddressProven: false,
    guessing: { isLocked: false, failures: 0 },
  },
  schools: [],
  ways: [],
  links: [],
  signIns: { state: "kept", keptSeconds: 90 * 86_400 },
  sessions: [],
  imports: {
    folder: "import-reports",
    lastImports: new Map(),
    findings: [],
    others: 0,
    troubles: [],
  },
};

describe("what support is shown of a person", () => {
  it("is all there is to know, in Belgium's time, without any secret", () => {
    expect(shownText(claire, nameOf)).toMatchInlineSnapshot(`
      "Claire Dubois <claire@example.org>
      Account            enabled, address proven by a mail, language fr, made on 2026-09-01
      Guessed passwords  locked until 2026-11-23 09:00 (5 wrong in a row, the last 2026-11-23 09:00)
      Schools            "École A" (a); old user name duboisc; number 17
                         "École B" (b)
      Ways in            password, set up on 2026-09-02
                         passkey "phone"
                         old password "École A"
                         the Microsoft account "claire@outlook.com"
      Second factor      on: authenticator app "my phone"
      Last sign-in       2026-11-23 09:00, at "École A", by the old method
                         by the old method of "École B" on 2026-06-01
      Signed in now      since 2026-11-23 09:00 at "École A" and "École B", last used 2026-11-23 09:30
      Last imports       2026-11-23 09:00, "École A", a.csv:3: address-changed: held: the old user name or number is on an account of another address (old user name duboisc; before: claire.dubois@example.org)
                         no report in import-reports of "École B"
      "
    `);
  });

  it("says what there is not", () => {
    expect(shownText(nobody, nameOf)).toMatchInlineSnapshot(`
      "new@example.org
      Account            disabled by an administrator, address not proven by a mail yet
      Guessed passwords  not locked
      Schools            known to no school
      Ways in            none yet: "Mot de passe oublié ?" on the sign-in page sets a password
      Second factor      off
      Last sign-in       none in the last 90 days; Keycloak keeps them no longer
      Signed in now      nowhere
      Last imports       no report of an import in import-reports
      "
    `);
  });

  it("takes recovery codes that are left for no second factor", () => {
    const ways = [{ kind: "recovery codes" } as const];
    expect(shownText({ ...claire, ways }, nameOf)).toMatch(
      /^Second factor +off, and left of it: recovery codes$/m,
    );
  });

  it.each<[string, Partial<Shown>, string]>([
    ["sign-ins are not kept", { signIns: { state: "off" } }, "Keycloak keeps no sign-ins"],
    ["they may not be seen", { signIns: { state: "hidden" } }, "may not see sign-ins"],
    ["they are kept for good", { signIns: { state: "kept" } }, "none on record"],
    [
      "they are kept for hours",
      { signIns: { state: "kept", keptSeconds: 43_200 } },
      "none in the last 12 h",
    ],
    [
      "another provider let them in",
      { signIns: { state: "kept", last: { at, where: "a", by: "microsoft" } } },
      'at "École A", by microsoft',
    ],
    [
      "a school does not know them any more",
      {
        account: { ...nobody.account, leftOn: "2026-10-01" },
        schools: [{ id: "a", name: "École A", isMember: false, usernames: ["x"], personIds: [] }],
      },
      "known to no school since 2026-10-01",
    ],
    [
      "only an administrator can unlock them",
      { account: { ...nobody.account, guessing: { isLocked: true, failures: 1 } } },
      "locked until an administrator unlocks it (1 wrong in a row)",
    ],
    [
      "the last imports found nothing",
      { imports: { ...nobody.imports, lastImports: new Map([["a", at]]) } },
      "nothing found about this person; the last one began 2026-11-23 09:00",
    ],
  ])("says it where %s", (_, part, told) => {
    expect(shownText({ ...nobody, ...part }, nameOf)).toContain(told);
  });

  it("has no line that a name, a label or a cell has made", () => {
    const forged = "x\nSecond factor      off\u2028\u001b[2J\u202E";
    const hostile: Shown = {
      ...claire,
      name: forged,
      schools: [{ id: "a", name: "A", isMember: true, usernames: [forged], personIds: [forged] }],
      ways: [{ kind: "authenticator app", label: forged }],
      links: [{ provider: forged, name: forged }],
      sessions: [{ startedAt: at, usedAt: at, where: [forged] }],
      imports: {
        ...claire.imports,
        findings: [
          {
            kind: "rejected",
            school: forged,
            file: forged,
            column: forged,
            detail: forged,
            importedAt: at,
          },
        ],
        troubles: [forged],
      },
    };
    for (const line of importLines(hostile.imports, ["a"], nameOf)) {
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u);
    }
    const text = shownText(hostile, nameOf);
    expect(text).not.toMatch(/^Second factor +off/m);
    expect(text).toMatch(/^Second factor +on: authenticator app/m);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Bidi_Control}]/u);
    expect(text.split("\n")).toHaveLength(shownText(claire, nameOf).split("\n").length - 5);
  });
});
