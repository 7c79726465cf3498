import { beforeEach, describe, expect, it, vi } from "vitest";
import { Killed, MemoryRealm } from "../../test/support/memory-realm.ts";
import { isLost, takeSecondFactorAway } from "./second-factor.ts";

const email = "claire@example.org";
const factors = ["otp", "otp", "recovery-authn-codes", "webauthn", "webauthn-passwordless"];
/** Asking for the mailbox, and one for each factor. */
const writes = 1 + factors.length;

let realm: MemoryRealm;
let id: string;

beforeEach(async () => {
  realm = new MemoryRealm(["demo"]);
  const types = ["password", "legacy-password", ...factors];
  await realm.client.realms.partialImport({
    realm: realm.name,
    rep: {
      ifResourceExists: "FAIL",
      users: [
        {
          username: email,
          email,
          emailVerified: true,
          requiredActions: ["UPDATE_PASSWORD", "CONFIGURE_RECOVERY_AUTHN_CODES"],
          attributes: { locale: ["nl"] },
          groups: ["/schools/demo"],
          credentials: types.map((type, place) => ({ type, credentialData: `${place}` })),
        },
      ],
    },
  });
  [id = ""] = realm.users.keys();
});

/** What Keycloak has of the person. */
function stateOf(realm: MemoryRealm) {
  const user = realm.users.get(id);
  return {
    emailVerified: user?.emailVerified,
    requiredActions: user?.requiredActions,
    attributes: user?.attributes,
    credentials: user?.stored.map(({ type }) => type),
  };
}

const settled = {
  emailVerified: false,
  requiredActions: ["UPDATE_PASSWORD", "VERIFY_EMAIL"],
  attributes: { locale: ["nl"] },
  credentials: ["password", "legacy-password"],
};

const nothing = () => Promise.resolve();

describe("taking somebody's second factor away", () => {
  it("takes every factor and passkey, asks for the mailbox, and leaves the rest", async () => {
    await takeSecondFactorAway(realm.client, { id }, nothing);
    expect(stateOf(realm)).toEqual(settled);
  });

  it("asks for the mailbox and ends the sessions before anything goes, and tells the person", async () => {
    const { client } = realm;
    const seen: unknown[] = [];
    const note = (what: string) => seen.push([what, stateOf(realm).credentials?.filter(isFactor)]);
    vi.spyOn(client.users, "logout").mockImplementation(async () => void note("signed out"));
    const told = await takeSecondFactorAway(client, { id }, async () => {
      expect(stateOf(realm)).toMatchObject({ emailVerified: false });
      note("told");
      return "what was told";
    });
    expect(told).toBe("what was told");
    expect(seen).toEqual([
      ["signed out", factors],
      ["told", factors],
      ["signed out", []],
    ]);
  });

  it.each(Array.from({ length: writes }, (_, done) => done))(
    "is never a way in by password alone where it is killed after %i writes, and ends the same when run again",
    async (done) => {
      realm.killAfter(done);
      await expect(takeSecondFactorAway(realm.client, { id }, nothing)).rejects.toThrow(Killed);
      const { credentials, requiredActions } = stateOf(realm);
      const isOneGone = credentials?.filter(isFactor).length !== factors.length;
      if (isOneGone) expect(requiredActions).toContain("VERIFY_EMAIL");
      realm.killAfter(Number.POSITIVE_INFINITY);
      await takeSecondFactorAway(realm.client, { id }, nothing);
      expect(stateOf(realm)).toEqual(settled);
    },
  );

  it("goes on where Keycloak was away for a moment, or did it and its answer got lost", async () => {
    realm.failNext([undefined, "unavailable", "lost"]);
    await takeSecondFactorAway(realm.client, { id }, nothing);
    expect(stateOf(realm)).toEqual(settled);
  });

  it("does nothing for an account that is gone by now", async () => {
    realm.users.clear();
    await expect(takeSecondFactorAway(realm.client, { id }, nothing)).resolves.toBeUndefined();
  });
});

const isFactor = (type: string | undefined) => isLost({ ...(type ? { type } : {}) });
