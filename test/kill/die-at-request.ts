import { setTimeout as delay } from "node:timers/promises";

/*
 * Loaded before a command (`node --import`), it kills the command's process with SIGKILL so many
 * milliseconds after it has begun its nth request, as `PORTAIL_DIE_AT` says, e.g. `17+3`: the server
 * may have got the request, be at work on it, or have answered.
 */
const [request, milliseconds] = (process.env.PORTAIL_DIE_AT ?? "").split("+").map(Number);
if (!request || milliseconds === undefined) throw new Error("PORTAIL_DIE_AT is not set");

let requests = 0;
const { fetch } = globalThis;
globalThis.fetch = (input, options) => {
  requests++;
  if (requests === request) {
    delay(milliseconds).then(() => process.kill(process.pid, "SIGKILL"));
  }
  return fetch(input, options);
};
