import { describe, expect, it } from "vitest";
import { run, schools } from "../../test/support/memory-import.ts";
import { Killed, MemoryRealm } from "../../test/support/memory-realm.ts";
import { shippedConfig } from "../../test/support/shipped-config.ts";
import type { School } from "../config/schema.ts";
import { silentTeller } from "../terminal.ts";
import { legacyPasswords } from "./legacy-password.ts";
import { retirableSchool, retirableSchools } from "./retirable.ts";
import { countOf, erase, findLeftovers } from "./retire.ts";

const config = await shippedConfig();
const [demo, saintExupery] = config.schools as [School, School];
const today = "2026-11-22";

describe("old passwords may be erased", () => {
  const live = (day: string) => new Map([[saintExupery.id, day]]);

  it("of a school whose last day is past, in the configuration and in the realm", () => {
    expect(retirableSchools(config, live("2026-06-30"), today)).toEqual({
      retirable: [{ id: "saint-exupery", name: saintExupery.name, until: "2026-06-30" }],
      unapplied: [],
    });
    expect(retirableSchool(config, saintExupery, live("2026-11-21"), today).id).toBe(
      "saint-exupery",
    );
  });

  it("not on the last day itself", () => {
    expect(retirableSchools(config, live("2026-06-30"), "2026-06-30").retirable).toEqual([]);
  });

  it.each([
    ["still open in the realm", live("2027-06-30")],
    ["on its last day in the realm", live(today)],
    ["without a day in the realm", live("")],
    ["not in the realm", new Map<string, string>()],
  ])("not of one that is %s", (_, days) => {
    const { retirable, unapplied } = retirableSchools(config, days, today);
    expect(retirable).toEqual([]);
    expect(unapplied).toEqual([expect.stringContaining("saint-exupery: over since 2026-06-30")]);
    expect(() => retirableSchool(config, saintExupery, days, today)).toThrow(
      expect.objectContaining({ code: "LEGACY_NOT_OVER", remedy: "Run portail apply first." }),
    );
  });

  it("not of one that is open, nor of one that never had a day", () => {
    const past = new Map([["demo", "2026-01-01"]]);
    expect(() => retirableSchool(config, demo, past, today)).toThrow("open until 2027-06-30");
    const { legacy: _, ...dateless } = config;
    expect(() => retirableSchool(dateless, demo, past, today)).toThrow("no last day");
  });
});

describe("an account's old passwords", () => {
  const data = (school: string) => JSON.stringify({ school, username: "x" });

  it("are those whose data name a school, and no other credential", () => {
    expect(
      legacyPasswords([
        { id: "1", type: "legacy-password", credentialData: data("demo") },
        { id: "2", type: "password", credentialData: data("demo") },
        { id: "3", type: "legacy-password", credentialData: "{" },
        { id: "4", type: "legacy-password" },
        { id: "5", type: "legacy-password", credentialData: data("saint-exupery") },
      ]),
    ).toEqual([
      { id: "1", school: "demo", username: "x" },
      { id: "5", school: "saint-exupery", username: "x" },
    ]);
  });

  it("are counted by school, and so are the accounts", () => {
    const account = (...schools: string[]) => ({
      userId: "",
      attributes: [],
      passwords: schools.map((school) => ({ id: "", school, username: "" })),
    });
    const all = [account("demo", "demo", "other"), account("other"), account()];
    expect(countOf(all, "demo")).toEqual({ passwords: 2, accounts: 1 });
    expect(countOf(all, "other")).toEqual({ passwords: 2, accounts: 2 });
    expect(countOf(all, "third")).toEqual({ passwords: 0, accounts: 0 });
  });
});

describe("erasing that was interrupted", () => {
  const row = {
    school: "a",
    email: "a@example.org",
    first_name: "Claire",
    last_name: "Dubois",
    legacy_username: "u1",
    legacy_password_hash: `$2y$10$${"u".repeat(53)}`,
    person_id: "",
    language: "fr",
  };

  it.each([0, 1, 2, 3, 4])(
    "after %i writes keeps no password from those whom a school brings again",
    async (writes) => {
      const realm = new MemoryRealm(schools);
      await run(realm, [row]);
      const { client } = realm;
      const ofA = new Set(["a"]);
      const leftovers = await findLeftovers(client, ofA, silentTeller);
      realm.killAfter(writes);
      await erase(client, leftovers, ofA, silentTeller).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      realm.killAfter(Number.POSITIVE_INFINITY);
      await run(realm, [row]);
      const [user] = realm.users.values();
      expect(user?.stored).toHaveLength(1);
    },
  );
});
