import type { Database } from "./postgres.ts";

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

/**
 * The kind of database, an option of `kc.sh build`: without one of its own, a server has its embedded
 * one, which is all that the demo and most tests need.
 */
export function databaseArgument(database: Database | undefined): string {
  return database === undefined ? "--db=dev-file" : "--db=postgres";
}

/** Which database, in the environment of a server: a command line shows passwords to everybody. */
export function databaseEnvironment(database: Database | undefined): Record<string, string> {
  if (database === undefined) return {};
  const { host, port, name, user, password } = database;
  return {
    KC_DB_URL: `jdbc:postgresql://${host}:${port}/${name}`,
    KC_DB_USERNAME: user,
    KC_DB_PASSWORD: password,
  };
}
