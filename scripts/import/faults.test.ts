import { NetworkError } from "@keycloak/keycloak-admin-client";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changes, rows, run, schools } from "../../test/support/memory-import.ts";
import { type Fault, MemoryRealm } from "../../test/support/memory-realm.ts";

/** Faults here and there among the next requests, too few for anybody to give up. */
const faults = fc
  .array(
    fc.constantFrom<Fault | undefined>(undefined, undefined, "unavailable", "lost", "broken"),
    {
      maxLength: 40,
    },
  )
  .map((all) => {
    const broken = all.flatMap((fault, place) => (fault === "broken" ? [place] : []));
    return all.map((fault, place) => (broken.indexOf(place) > 1 ? undefined : fault));
  });

// Waits between attempts are none of what is shown here.
beforeEach(() => {
  vi.stubGlobal("setTimeout", (work: () => void) => setImmediate(work));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("an import from a server that fails", () => {
  it("comes to the same end where that passes", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, changes, faults, async (before, now, change, all) => {
        const clean = new MemoryRealm(schools);
        await run(clean, before);
        const faulty = clean.copy();
        const expected = await run(clean, now, change);
        faulty.failNext(all);
        const counts = await run(faulty, now, change);
        expect(faulty.accounts()).toEqual(clean.accounts());
        expect(counts.rows).toEqual(expected.rows);
      }),
    );
  }, 60_000);

  it("goes on without somebody of whom nothing can be written, and takes them up the next time", async () => {
    const address = fc.constantFrom("a@example.org", "b@example.org");
    await fc.assert(
      fc.asyncProperty(rows, rows, changes, address, async (before, now, change, who) => {
        const clean = new MemoryRealm(schools);
        await run(clean, before);
        const refusing = clean.copy();
        await run(clean, now, change);
        refusing.refused.add(who);
        const counts = await run(refusing, now, change).catch((error: unknown) => {
          if (!change.updateAddresses && !change.missing) throw error;
          return undefined;
        });
        if (counts) {
          const { imported, unchanged, held, rejected } = counts.rows;
          expect(imported + unchanged + held + rejected).toBe(now.length);
        }
        refusing.refused.clear();
        await run(refusing, now, change);
        expect(refusing.accounts()).toEqual(clean.accounts());
      }),
    );
  }, 60_000);

  it("writes nothing any more once it has failed", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, changes, fc.nat(40), async (before, now, change, requests) => {
        const realm = new MemoryRealm(schools);
        await run(realm, before);
        realm.failNext([...Array.from({ length: requests }, () => undefined), "forbidden"]);
        const failure = await run(realm, now, change).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (failure === undefined) return;
        expect(failure).toBeInstanceOf(NetworkError);
        const { writes } = realm;
        for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
        expect(realm.writes).toBe(writes);
      }),
    );
  }, 60_000);
});
