/**
 * The Keycloak this portal is built for and tested with. This is the one place that decides it; the
 * `Dockerfile` and `docker-compose.yml` repeat it, and a test compares them.
 */
export const pinnedKeycloakVersion = "26.7.4";

/** The Keycloak to work with: `KEYCLOAK_VERSION` in the environment runs everything against another. */
export const keycloakVersion: string = process.env.KEYCLOAK_VERSION || pinnedKeycloakVersion;
