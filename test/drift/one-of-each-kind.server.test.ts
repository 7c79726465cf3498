import { afterAll, beforeAll, describe, it } from "vitest";
import { buildExtension } from "../../scripts/extension/build.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { silentTeller } from "../../scripts/terminal.ts";
import { driftCases } from "./cases.ts";
import { everythingDeclared } from "./declared.ts";
import type { DriftCase } from "./drift-case.ts";
import { isOutOfReach } from "./out-of-reach.ts";
import { type ProvingGround, provePutBack, provingGround } from "./proof.ts";

/*
 * A sample of what `npm run test:drift` proves of every field.
 */

const desired = await everythingDeclared("drift");
let keycloak: RunningKeycloak;
let ground: ProvingGround;

beforeAll(async () => {
  keycloak = await startKeycloak({ providers: [await buildExtension(silentTeller)] });
  ground = await provingGround(desired, keycloak);
});
afterAll(() => keycloak?.stop());

describe("changed by hand, named by a plan, put back by an apply", () => {
  it.each(sample().map((one) => [one.name, one] as const))("%s", (_, one) =>
    provePutBack(one, ground),
  );
});

/** The case in the middle of each kind's. */
function sample(): DriftCase[] {
  const cases = driftCases(desired).filter((one) => !isOutOfReach(one));
  const kindOf = ({ expected: [change] }: DriftCase) => change?.kind;
  return [...new Set(cases.map(kindOf))].flatMap((kind) => {
    const ofKind = cases.filter((one) => kindOf(one) === kind);
    return ofKind.slice(ofKind.length / 2).slice(0, 1);
  });
}
