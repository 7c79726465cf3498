import { writeFileSync } from "node:fs";

/*
 * Loaded before a command (`node --import`), it writes what the command's process has used to the file
 * that `PORTAL_RESOURCE_USAGE` names.
 */
const file = process.env.PORTAL_RESOURCE_USAGE;
if (file === undefined) throw new Error("PORTAL_RESOURCE_USAGE is not set");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const used = { peakBytes: maxRSS * 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(file, JSON.stringify(used));
});
