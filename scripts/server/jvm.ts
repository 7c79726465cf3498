import path from "node:path";

const anyJvm = [
  "-Xms64m",
  "-Xmx512m",
  "-XX:MetaspaceSize=96m",
  "-XX:MaxMetaspaceSize=256m",
  "-XX:+ExitOnOutOfMemoryError",
  "-Dfile.encoding=UTF-8",
];

/** What Keycloak's `kc.sh` gives a JVM: one that is slow at first, and then as fast as in production. */
export const usualJvm: readonly string[] = [...anyJvm, "-XX:+UseG1GC"];

/**
 * A JVM for a short life on a small, busy machine: the quick compiler and the serial collector start
 * in two thirds of the time. Java's own hash functions are eight times as slow.
 */
export const smallJvm: readonly string[] = [
  ...anyJvm,
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
];

/**
 * The command line that runs Keycloak's own `kc.sh`, without the shell around it: signals then
 * reach the server itself, and its process id is known.
 *
 * @param home folder with `lib`, `conf`, `providers`; Keycloak keeps its data in `home/data`
 * @param arguments_ Keycloak's command and options
 * @param jvm options of the JVM
 */
export function keycloakCommand(
  java: string,
  home: string,
  arguments_: string[],
  jvm: readonly string[] = smallJvm,
): [string, ...string[]] {
  return [
    java,
    ...jvm,
    "-Duser.language=en",
    "-Duser.country=US",
    "--add-opens=java.base/java.util=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--add-opens=java.base/java.security=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
    "-Dpicocli.disable.closures=true",
    `-Dkc.home.dir=${home}`,
    `-Djboss.server.config.dir=${path.join(home, "conf")}`,
    "-cp",
    path.join(home, "lib", "quarkus-run.jar"),
    "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
    ...arguments_,
  ];
}

/**
 * The environment for a Keycloak of ours: the caller's, without its Keycloak settings. A `KC_DB`
 * left in somebody's shell must not point a demo at another database.
 */
export function keycloakEnvironment(
  inherited: NodeJS.ProcessEnv,
  own: Record<string, string>,
): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(
    ([name]) => !/^(KC_|KEYCLOAK_|QUARKUS_)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...own };
}
