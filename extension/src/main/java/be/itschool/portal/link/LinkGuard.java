package be.itschool.portal.link;

import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Undoes a link that a browser made for anybody but the person who has asked for it and proven who they are. Java,
 * since Keycloak makes it for whoever is the person of the sign-in by then, and another one can be put in their place
 * after the last step that could refuse. An administrator's own requests belong to no sign-in.
 */
final class LinkGuard implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (!(event instanceof FederatedIdentityCreatedEvent made)) return;
        KeycloakSession session = made.getKeycloakSession();
        AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
        if (signIn == null || !LinkGate.isIn(made.getRealm()) || isAskedFor(signIn, made.getUser(), made.getFederatedIdentity())) return;
        session.getTransactionManager().setRollbackOnly();
        throw new IllegalStateException("A link was to be made for somebody else than the person of sign-in " + signIn.getParentSession().getId());
    }

    private static boolean isAskedFor(AuthenticationSessionModel signIn, UserModel user, FederatedIdentityModel link) {
        if (signIn.getAuthNote(IdpLinkAction.KC_ACTION_LINKING_IDENTITY_PROVIDER) != null) return LinkGate.isSignedIn(signIn, user);
        return LinkAttempt.isProvenFor(signIn, user, link.getUserId()) && SecondFactorSettled.isFor(signIn, user);
    }
}
