import { UserError } from "../errors.ts";
import { startLimitMs } from "./answer.ts";

/** The mistake of a start on a port that another program listens on. */
export function portTaken(port: number): UserError {
  return new UserError(
    "PORT_TAKEN",
    `port ${port} is taken by another program`,
    "Stop that program, or choose another port with --port.",
  );
}

/** The mistake of a second server on the same data. */
export function dataInUse(dataDir: string): UserError {
  return new UserError(
    "DATA_IN_USE",
    `another Keycloak is running on the data in ${dataDir}`,
    "Stop it first, or use another data folder.",
  );
}

/**
 * Why a server ended before it answered, from its log.
 *
 * @param log the whole log of this start
 */
export function startFailure(
  log: string,
  { port, dataDir, logFile }: { port: number; dataDir: string; logFile: string },
): UserError {
  if (/already bound|Address already in use/i.test(log)) return portTaken(port);
  if (/Database may be already in use|file is locked/i.test(log)) return dataInUse(dataDir);
  return new UserError(
    "KEYCLOAK_DIED",
    `Keycloak ended before it answered:\n${lastComplaints(log)}`,
    `The whole log is in ${logFile}.`,
  );
}

/** The failure of a server that runs and does not answer. */
export function tooSlow(logFile: string): UserError {
  return new UserError(
    "KEYCLOAK_SLOW",
    `Keycloak did not answer within ${startLimitMs / 1000} s`,
    `See in ${logFile} what it was doing, and try again when the machine is less busy.`,
  );
}

/** The last lines that tell something: complaints where there are any, no stack frames. */
function lastComplaints(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  const complaints = lines.filter((line) => /ERROR|Exception|Error:|Unknown option/.test(line));
  return (complaints.length > 0 ? complaints : lines)
    .slice(-8)
    .map((line) => `  ${line}`)
    .join("\n");
}
