import { setTimeout as delay } from "node:timers/promises";

/*
 * Loaded before a command (`node --import`), it kills the command's process with SIGKILL. As
 * `PORTAIL_DIE_AT` says, that is so many milliseconds after it has begun its nth request, e.g. `17+3`
 * (the server may have got the request, be at work on it, or have answered), or just before it would
 * begin the nth of one method, e.g. `DELETE 4`.
 */
const [, method, nth, milliseconds] =
  /^(?:([A-Z]+) )?(\d+)(?:\+(\d+))?$/.exec(process.env.PORTAIL_DIE_AT ?? "") ?? [];
if (nth === undefined) throw new Error("PORTAIL_DIE_AT is not set");

let requests = 0;
const { fetch } = globalThis;
globalThis.fetch = (input, options) => {
  if (method !== undefined && method !== options?.method) return fetch(input, options);
  requests++;
  if (requests === Number(nth)) {
    if (milliseconds === undefined) process.kill(process.pid, "SIGKILL");
    else delay(Number(milliseconds)).then(() => process.kill(process.pid, "SIGKILL"));
  }
  return fetch(input, options);
};
