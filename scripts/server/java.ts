import path from "node:path";
import { execa } from "execa";
import { UserError } from "../errors.ts";

/** The oldest Java that Keycloak runs on. */
export const oldestJava = 17;

/**
 * The `java` program: the one of `JAVA_HOME` where that is set, else the one on the path.
 *
 * @throws UserError `JAVA_MISSING`, `JAVA_TOO_OLD`
 */
export async function findJava(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const java = environment.JAVA_HOME ? path.join(environment.JAVA_HOME, "bin", "java") : "java";
  const result = await execa(java, ["-version"], {
    reject: false,
    env: environment,
    extendEnv: false,
  });
  if (result.failed) {
    throw new UserError(
      "JAVA_MISSING",
      environment.JAVA_HOME
        ? `JAVA_HOME is "${environment.JAVA_HOME}", where no working bin/java is`
        : "Keycloak needs Java, and no working `java` is on the path",
      `Install a JDK ${oldestJava} or newer (Debian: apt install openjdk-17-jdk-headless)${
        environment.JAVA_HOME ? ", or correct JAVA_HOME" : ""
      }.`,
    );
  }
  const major = javaMajor(result.stderr);
  if (major !== null && major < oldestJava) {
    throw new UserError(
      "JAVA_TOO_OLD",
      `Keycloak needs Java ${oldestJava} or newer; \`${java}\` is Java ${major}`,
      `Install a JDK ${oldestJava} or newer, or point JAVA_HOME at one.`,
    );
  }
  return java;
}

/** The major version in what `java -version` prints: 17 for "17.0.15", 8 for "1.8.0_412". */
export function javaMajor(output: string): number | null {
  const version = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  return version === undefined ? null : Number(version);
}

/**
 * Makes sure that Maven can be called.
 *
 * @throws UserError `MAVEN_MISSING`
 */
export async function requireMaven(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const result = await execa("mvn", ["--version"], {
    reject: false,
    env: environment,
    extendEnv: false,
  });
  if (!result.failed) return;
  throw new UserError(
    "MAVEN_MISSING",
    "Keycloak is fetched, and its theme and extension are built, with Maven, and `mvn` does not work here",
    "Install Maven (Debian: apt install maven) and a JDK.",
  );
}
