/**
 * The Keycloak this portal is built for and tested with. This is the one place that names it;
 * `KEYCLOAK_VERSION` in the environment runs everything against another.
 */
export const keycloakVersion: string = process.env.KEYCLOAK_VERSION || "26.7.4";
