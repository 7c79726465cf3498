import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension } from "../../scripts/extension/build.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { driftCases } from "./cases.ts";
import { everythingDeclared } from "./declared.ts";
import { idleEntries, isOutOfReach } from "./out-of-reach.ts";
import {
  type ProvingGround,
  proveMadeAnew,
  proveOutOfReach,
  provePutBack,
  provingGround,
} from "./proof.ts";

const desired = await everythingDeclared("drift");
const cases = driftCases(desired);
const named = cases.map((one) => [one.name, one] as const);
let keycloak: RunningKeycloak;
let ground: ProvingGround;

beforeAll(async () => {
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  ground = await provingGround(desired, keycloak);
});
afterAll(() => keycloak?.stop());

describe("changed by hand, named by a plan, put back by an apply", () => {
  it.each(named.filter(([, one]) => !isOutOfReach(one)))("%s", (_, one) =>
    provePutBack(one, ground),
  );
});

describe("out of everybody's reach", () => {
  it.each(named.filter(([, one]) => isOutOfReach(one)))("%s", (_, one) =>
    proveOutOfReach(one, ground),
  );

  it("is said of nothing that isn't declared", () => {
    expect(idleEntries(cases)).toEqual([]);
  });
});

describe("the realm itself", () => {
  it("is made anew after somebody removed it", async () => {
    await ground.client.realms.del({ realm: desired.name });
    await proveMadeAnew(ground);
  });
});
