/** So many requests keep a Keycloak on two cores busy; more of them only wait for each other. */
export const concurrency = 8;
