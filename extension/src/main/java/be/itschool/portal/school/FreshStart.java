package be.itschool.portal.school;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Beginning a sign-in anew, for whoever may come next. Java, since the session that this browser has
 * must end first: Keycloak lets nobody else in beside it.
 */
public final class FreshStart {

    private FreshStart() {}

    /** Leads to Keycloak's own way to start over, which signs out whoever is signed in. */
    public static Response of(KeycloakSession session, AuthenticationSessionModel signIn) {
        boolean staysSignedIn = false;
        return Response.seeOther(Urls.realmLoginRestartPage(
                        session.getContext().getUri().getBaseUri(),
                        signIn.getRealm().getName(),
                        signIn.getClient().getClientId(),
                        signIn.getTabId(),
                        AuthenticationProcessor.getClientData(session, signIn),
                        staysSignedIn))
                .build();
    }
}
