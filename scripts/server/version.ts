/**
 * The Keycloak this portal is built for and tested with. This is the one place that decides it; the
 * `Dockerfile`, `docker-compose.yml` and `extension/pom.xml` repeat it, and tests compare them.
 */
export const pinnedKeycloakVersion = "26.7.4";

/** The Keycloak to work with: `KEYCLOAK_VERSION` in the environment runs everything against another. */
export const keycloakVersion: string = process.env.KEYCLOAK_VERSION || pinnedKeycloakVersion;
