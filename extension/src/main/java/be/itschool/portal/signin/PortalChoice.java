package be.itschool.portal.signin;

import be.itschool.portal.school.Gate;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether somebody has gone on from a school's landing page to the portal. Java, since it is a note of Keycloak's
 * own, so that loading the page again does not lead back.
 */
public final class PortalChoice {
    private static final String NOTE = "portal.chosen";

    private PortalChoice() {}

    static void make(AuthenticationSessionModel signIn) { signIn.setAuthNote(NOTE, "true"); }

    /**
     * Ends a session of the old method, and goes on with the portal. Whoever began by the old method may know no more
     * than an old name, and the next to sign in may be somebody else: the portal names nobody, and lets everybody in.
     */
    public static Response startAfresh(KeycloakSession session, AuthenticationSessionModel signIn) {
        // A note of the client is kept when a sign-in starts over.
        signIn.setClientNote(NOTE, "true");
        return Gate.startAfresh(session, signIn);
    }

    static boolean isMade(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        return signIn.getAuthNote(NOTE) != null || signIn.getClientNote(NOTE) != null || comesFromPortal(context);
    }

    /**
     * Only the portal sends mails and leads to other services. Whoever comes back from there begins with an empty
     * session and a message, which must stand on the portal's form.
     */
    private static boolean comesFromPortal(AuthenticationFlowContext context) {
        FormMessage error = context.getForwardedErrorMessage();
        return context.getForwardedSuccessMessage() != null
                || error != null && !Messages.LOGIN_TIMEOUT.equals(error.getMessage());
    }
}
