import { writeFileSync } from "node:fs";

/*
 * Loaded before a command (`node --import`), it counts the requests that the command makes and
 * writes their number to the file that `PORTAL_REQUEST_COUNT` names.
 */
const file = process.env.PORTAL_REQUEST_COUNT;
if (file === undefined) throw new Error("PORTAL_REQUEST_COUNT is not set");

let requests = 0;
const { fetch } = globalThis;
globalThis.fetch = (input, options) => {
  requests++;
  return fetch(input, options);
};
process.on("exit", () => writeFileSync(file, String(requests)));
