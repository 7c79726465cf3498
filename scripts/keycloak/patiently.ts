import { NetworkError } from "@keycloak/keycloak-admin-client";
import pRetry from "p-retry";
import { isPassing, patience } from "./server-error.ts";

/** Does something again where it failed in passing; it must be harmless to do it twice. */
export function patiently<T>(work: () => Promise<T>): Promise<T> {
  return pRetry(work, { ...patience, shouldRetry: ({ error }) => isPassing(error) });
}

/**
 * The same for something that may be gone by now.
 *
 * @returns `undefined` where it is
 */
export function patientlyIfThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  return patiently(async () => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NetworkError && error.response.status === 404) return undefined;
      throw error;
    }
  });
}
