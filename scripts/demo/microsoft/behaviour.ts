import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";

/** An answer as servers in trouble give it: none in time, status 500, or 200 with half a document. */
const faultSchema = z.union([
  z.enum(["server-error", "malformed"]),
  z.strictObject({ slowMs: z.number().int().positive() }),
]);

/** How one person is treated, where it is not as usual. */
export const behaviourSchema = z.strictObject({
  /** Instead of a code, the browser takes this error back from `authorize`. */
  authorize: z.strictObject({ error: z.string(), description: z.string() }).optional(),
  /** What happens to a code of this person at `token`. */
  token: faultSchema.optional(),
  /** What Graph answers when it is asked about this person. */
  graph: faultSchema.optional(),
});

/** How one person is treated; what is not said is as usual. */
export type Behaviour = z.infer<typeof behaviourSchema>;

/** A fault of an endpoint. */
export type Fault = z.infer<typeof faultSchema>;

/** What Microsoft says when a person, or an administrator for them, does not let the portal in. */
export const consentDenied: Behaviour = {
  authorize: {
    error: "access_denied",
    description: "AADSTS65004: User declined to consent to access the app.",
  },
};

/** An answer of a server that is not well. */
export interface FaultyAnswer {
  status: 200 | 500;
  type: string;
  body: string;
}

/**
 * Lets a fault happen.
 *
 * @returns the answer to give; `null` where the usual one follows, also after a wait
 */
export async function faulty(fault: Fault | undefined): Promise<FaultyAnswer | null> {
  if (fault === undefined) return null;
  if (fault === "server-error") {
    return { status: 500, type: "text/html", body: "<h1>Internal Server Error</h1>" };
  }
  if (fault === "malformed") {
    return { status: 200, type: "application/json", body: '{"id": "' };
  }
  // A wait that nobody waits for any more does not keep the process.
  await delay(fault.slowMs, undefined, { ref: false });
  return null;
}
