/**
 * The user attribute that stands while somebody's invitation is sent: the id of the school that
 * invites and its name, e.g. `demo École de démonstration`. `portail invite` writes it and takes it
 * away again; the mail reads the school from it, since Keycloak tells a mail of this kind neither the
 * application nor its name.
 */
export const invitingAttribute = "portail.inviting";

/** The value of `invitingAttribute` for a school, whose id has no space. */
export function invitingValue(school: { readonly id: string; readonly name: string }): string {
  return `${school.id} ${school.name}`;
}
