import { type ChildProcess, spawn } from "node:child_process";

/** Ends what it watches when its starter is gone. */
export interface OrphanWatcher {
  /** The watched process ended in good order: nothing to do any more. */
  dismiss(): void;
}

/**
 * Waits for the end of its input, which comes when the starter's end of the pipe closes: after a
 * `SIGKILL` too, as the system closes it. A line of input is the dismissal.
 */
const script = `
if read -r dismissed; then exit 0; fi
kill -TERM "-$1" 2>/dev/null
for second in 1 2 3 4 5; do
  kill -0 "-$1" 2>/dev/null || break
  sleep 1
done
kill -KILL "-$1" 2>/dev/null
if [ -n "$2" ]; then rm -rf -- "$2"; fi
`;

/**
 * Makes sure that a process group does not outlive this process, however this one ends.
 *
 * @param processGroup leader of the group, started with `detached: true`
 * @param temporaryFolder is removed with it
 */
export function watchForOrphan(
  processGroup: number,
  temporaryFolder: string | null,
): OrphanWatcher {
  const watcher: ChildProcess = spawn(
    "sh",
    ["-c", script, "orphan-watcher", String(processGroup), temporaryFolder ?? ""],
    // A group of its own: Ctrl-C at the terminal must not reach it.
    { detached: true, stdio: ["pipe", "ignore", "ignore"] },
  );
  watcher.unref();
  return { dismiss: () => watcher.stdin?.end("dismissed\n") };
}
