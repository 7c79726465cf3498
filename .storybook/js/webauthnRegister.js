// Stands in for the script of the same name that comes from Keycloak.
export function registerByWebAuthn() {}
