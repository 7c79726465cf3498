package be.itschool.portal.link;

import java.util.Map;
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
        if (signIn == null || !LinkGate.isIn(made.getRealm()) || isAskedFor(signIn, made) && isNobodyElses(session, made)) return;
        session.getTransactionManager().setRollbackOnly();
        throw new IllegalStateException("A link was to be made for somebody else, or to somebody else's account, in sign-in " + signIn.getParentSession().getId());
    }

    private static boolean isAskedFor(AuthenticationSessionModel signIn, FederatedIdentityCreatedEvent made) {
        if (signIn.getAuthNote(IdpLinkAction.KC_ACTION_LINKING_IDENTITY_PROVIDER) != null) return LinkGate.isSignedIn(signIn, made.getUser());
        return LinkAttempt.isProvenFor(signIn, made.getUser(), made.getFederatedIdentity().getUserId()) && SecondFactorSettled.isFor(signIn, made.getUser());
    }

    /** Keycloak links an account there to two people, and then lets neither in by it. For 5 seconds the other's link may not be stored yet. */
    private static boolean isNobodyElses(KeycloakSession session, FederatedIdentityCreatedEvent made) {
        FederatedIdentityModel link = made.getFederatedIdentity();
        Map<String, String> linked = Map.of(UserModel.IDP_ALIAS, link.getIdentityProvider(), UserModel.IDP_USER_ID, link.getUserId());
        return session.singleUseObjects().putIfAbsent("link." + link.getIdentityProvider() + "." + link.getUserId(), 5)
                && session.users().searchForUserStream(made.getRealm(), linked).allMatch(made.getUser()::equals);
    }
}
