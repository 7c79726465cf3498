/** The hosts of Microsoft that Keycloak's provider is made for; they can't be configured there. */
export const microsoftHosts = {
  login: "login.microsoftonline.com",
  graph: "graph.microsoft.com",
} as const;
