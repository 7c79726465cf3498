import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/*
 * Loaded before a command (`node --import`), it counts the requests by which the command changes
 * something, and kills with SIGKILL so many milliseconds after it has begun some of them, as
 * `PORTAIL_KILL_AT` says, e.g. `17+3,250+12`: the server may have got the request, be at work on it, or
 * have answered. It kills the process whose number is in the file `PORTAIL_KILL_PID`, read at that
 * moment, or its own where there is none. At the end it writes the count to the file `PORTAIL_WRITES`.
 */
const { PORTAIL_KILL_AT: killAt = "", PORTAIL_KILL_PID, PORTAIL_WRITES } = process.env;
const moments = new Map(
  killAt
    .split(",")
    .filter((moment) => moment !== "")
    .map((moment) => moment.split("+").map(Number) as [write: number, milliseconds: number]),
);

let writes = 0;
const { fetch } = globalThis;
globalThis.fetch = (input, options) => {
  // The library names the method of each request, and signs in by another address.
  if (options?.method !== "GET" && String(input).includes("/admin/realms/")) {
    writes++;
    const milliseconds = moments.get(writes);
    if (milliseconds !== undefined) {
      delay(milliseconds).then(() => process.kill(victim(), "SIGKILL"));
    }
  }
  return fetch(input, options);
};

function victim(): number {
  return PORTAIL_KILL_PID === undefined
    ? process.pid
    : Number(readFileSync(PORTAIL_KILL_PID, "utf8"));
}

process.on("exit", () => {
  if (PORTAIL_WRITES !== undefined) writeFileSync(PORTAIL_WRITES, String(writes));
});
