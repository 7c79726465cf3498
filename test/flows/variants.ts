import type { DesiredRealm } from "../../scripts/realm/desired.ts";
import { type Flow, type FlowStep, isSubFlow } from "../../scripts/realm/flow.ts";

/** The realm with other flows; nobody can tell by the forms which of them leads through a sign-in. */
export type Variant = (desired: DesiredRealm) => DesiredRealm;

/** As declared. */
export const asDeclared: Variant = (desired) => desired;

/** One step less, deep within the flows. */
export const withoutRecoveryCodes: Variant = withSteps((steps) =>
  steps.filter((step) => !isSubFlow(step) || step.name !== "recovery code"),
);

/** The same steps in another order. */
export const passkeysFirst: Variant = withSteps((steps) => {
  const isPasskey = (step: FlowStep) =>
    !isSubFlow(step) && step.authenticator === "webauthn-authenticator";
  const conditions = steps.filter(({ requirement }) => requirement !== "ALTERNATIVE");
  const ways = steps.filter(({ requirement }) => requirement === "ALTERNATIVE");
  return conditions.length > 0 && ways.length > 0
    ? [...conditions, ...ways.filter(isPasskey), ...ways.filter((way) => !isPasskey(way))]
    : steps;
});

/** The structure stays: another value in one step's configuration, and other descriptions. */
export const configuredOtherwise: Variant = ({ flows, ...desired }) => {
  const other = withSteps((steps) =>
    steps.map((step) => {
      if (isSubFlow(step)) return { ...step, description: `${step.description}.` };
      if (step.authenticator !== "school-reset-mail") return step;
      // Of the accounts here it says the same: straight on into the application.
      return { ...step, config: { "force-login": "only-federated" } };
    }),
  );
  return other({
    ...desired,
    flows: flows.map(({ binding, flow }) => ({
      binding,
      flow: { ...flow, description: `${flow.description}.` },
    })),
  });
};

/** @param change is given the steps of each flow and of each part */
function withSteps(change: (steps: readonly FlowStep[]) => readonly FlowStep[]): Variant {
  const changed = (steps: readonly FlowStep[]): readonly FlowStep[] =>
    change(steps).map((step) => (isSubFlow(step) ? { ...step, steps: changed(step.steps) } : step));
  return (desired) => ({
    ...desired,
    flows: desired.flows.map(({ binding, flow }) => {
      const other: Flow = { ...flow, steps: changed(flow.steps) };
      return { binding, flow: other };
    }),
  });
}
