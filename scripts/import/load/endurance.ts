import pRetry from "p-retry";
import { isOutage, isPassing } from "../../keycloak/server-error.ts";
import type { Teller } from "../../terminal.ts";

/** Waits of 0.25 s, 0.5 s and so on up to 15 s: about four minutes, in which Keycloak can start again. */
const waits = { retries: 20, minTimeout: 250, factor: 2, maxTimeout: 15_000 };

/** What fails in passing while the server answers is tried so often; then it may be the request's fault. */
const attemptsOnFailure = 3;

/** What goes on around a request. */
interface Endurance {
  readonly teller: Teller;
  readonly signal: AbortSignal;
  /** Told of everything that failed in passing. */
  readonly onFailure?: () => void;
  /** Whatever is being done. */
  readonly underWay: Set<Promise<unknown>>;
}

/**
 * Does something again where the server was away or busy; it must be harmless to do it twice. Sessions
 * of administrators may be lost with the server, so that a refusal may be one in passing too.
 */
export function enduring<T>(
  { teller, signal, onFailure, underWay }: Endurance,
  work: () => Promise<T>,
): Promise<T> {
  let isTold = false;
  let failures = 0;
  const done = pRetry(work, {
    ...waits,
    signal,
    // A server that was away may fail at first when it is back.
    shouldRetry: ({ error }) =>
      isOutage(error) || (isPassing(error) && ++failures < attemptsOnFailure),
    onFailedAttempt: ({ error, attemptNumber }) => {
      onFailure?.();
      // A short one is not worth a word.
      if (isTold || !isOutage(error) || attemptNumber < 4) return;
      isTold = true;
      teller.warn("Keycloak does not answer. Trying again for some minutes.");
    },
  });
  underWay.add(done);
  const isDone = () => underWay.delete(done);
  done.then(isDone, isDone);
  return done;
}
