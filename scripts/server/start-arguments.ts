/** Where a Keycloak of ours on the given port is reached, without a slash at the end. */
export function localUrl(port: number): string {
  return `http://localhost:${port}`;
}

/** The options of `kc.sh start` for a server by itself that this machine alone can reach. */
export function startArguments(port: number): string[] {
  return [
    "--cache=local",
    "--http-enabled=true",
    "--http-host=127.0.0.1",
    `--http-port=${port}`,
    `--hostname=${localUrl(port)}`,
  ];
}

/** The options of `kc.sh build` that come with them: the demo and the tests need no other database. */
export const embeddedDatabase = "--db=dev-file";
