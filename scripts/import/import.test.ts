import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changes, claire, rows, run, schools } from "../../test/support/memory-import.ts";
import { Killed, MemoryRealm } from "../../test/support/memory-realm.ts";

describe("an import", { timeout: 60_000 }, () => {
  it("leaves every row in exactly one of imported, unchanged, held and rejected", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, changes, async (before, now, change) => {
        const realm = new MemoryRealm(schools);
        await run(realm, before);
        const { rows: counts } = await run(realm, now, change);
        expect(counts.rows).toBe(now.length);
        const { imported, unchanged, held, rejected } = counts;
        expect(imported + unchanged + held + rejected).toBe(now.length);
      }),
    );
  });

  it("changes nothing the second time", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, changes, async (before, now, change) => {
        const realm = new MemoryRealm(schools);
        await run(realm, before);
        await run(realm, now, change);
        const accounts = realm.accounts();
        realm.writes = 0;
        const { rows: counts } = await run(realm, now, change);
        expect(realm.accounts()).toEqual(accounts);
        expect(counts.imported).toBe(0);
      }),
    );
  });

  it("gives everybody the same account, whatever the order of rows", async () => {
    const ofNoName = rows.map((all) =>
      all.map((one) => ({ ...one, first_name: "", language: "" })),
    );
    const shuffled = ofNoName.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(rows, shuffled, changes, async (before, [one, other], change) => {
        const realm = new MemoryRealm(schools);
        await run(realm, before);
        const [first, second] = await Promise.all(
          [one, other].map(async (inOrder) => {
            const copy = realm.copy();
            // Of two passwords for one old name, the first counts.
            const cells = inOrder.map((row) => ({ ...row, legacy_password_hash: "" }));
            await run(copy, cells, change);
            return copy.accounts();
          }),
        );
        expect(second).toEqual(first);
      }),
    );
  });

  it("ends in the state of one clean run, wherever it was killed before", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, changes, fc.nat(30), async (before, now, change, writes) => {
        const clean = new MemoryRealm(schools);
        await run(clean, before);
        const killed = clean.copy();
        await run(clean, now, change);
        killed.killAfter(writes);
        await run(killed, now, change).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        killed.killAfter(Number.POSITIVE_INFINITY);
        await run(killed, now, change);
        expect(killed.accounts()).toEqual(clean.accounts());
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing that another school has, beyond joining it", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, changes, async (before, now, change) => {
        const others = before.map((one) => ({
          ...one,
          school: one.school === "a" ? "b" : one.school,
        }));
        const realm = new MemoryRealm(schools);
        await run(realm, others);
        const ofOthers = realm.copy();
        await run(
          realm,
          now.map((one) => ({ ...one, school: "a" })),
          change,
        );
        for (const [id, then] of ofOthers.users) {
          const user = realm.users.get(id);
          const isOthers = ([name]: [string, unknown]) => /^[bc]\./.test(name);
          expect(user).toMatchObject({
            username: then.username,
            ...(then.email === undefined ? {} : { email: then.email }),
            ...(then.firstName === undefined ? {} : { firstName: then.firstName }),
            emailVerified: then.emailVerified,
          });
          expect(
            Object.entries(user?.attributes ?? {})
              .filter(isOthers)
              .sort(),
          ).toEqual(
            Object.entries(then.attributes ?? {})
              .filter(isOthers)
              .sort(),
          );
          expect([...(user?.groupIds ?? [])]).toEqual(expect.arrayContaining([...then.groupIds]));
          expect(user?.stored).toEqual(expect.arrayContaining(then.stored));
        }
      }),
    );
  });

  it("changes nothing where its report can't be written", async () => {
    const realm = new MemoryRealm(schools);
    await run(realm, [claire]);
    const accounts = realm.accounts();
    const now = [{ ...claire, email: "b@example.org" }];
    const folder = "/dev/null/report";
    await expect(
      run(realm, now, { missing: true, updateAddresses: true, reportFolder: folder }),
    ).rejects.toThrow("ENOTDIR");
    expect(realm.accounts()).toEqual(accounts);
  });
});
