package be.itschool.portal.link;

import be.itschool.portal.signin.PortalChoice;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The ways on from an account at Microsoft that opens nothing here. Java, since both begin Keycloak's sign-in anew. */
final class AnotherWay {
    private AnotherWay() {}

    /** Goes the way that was pressed: by address and password, or by another account there. @return false where none was */
    static boolean isTaken(AuthenticationFlowContext context, BrokeredIdentityContext account) {
        switch (LinkStep.pressed(context, "method")) {
            case "sign-in" -> context.forceChallenge(PortalChoice.startAfresh(context.getSession(), context.getAuthenticationSession()));
            case "other-account" -> context.forceChallenge(askAgain(context, account.getIdpConfig().getAlias()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whoever is signed in at Microsoft is not asked there who they are, unless it is told to. */
    private static Response askAgain(AuthenticationFlowContext context, String provider) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        AuthenticationProcessor.resetFlow(signIn, LoginActionsService.AUTHENTICATE_PATH);
        if (signIn.getClientNote(OAuth2Constants.PROMPT) == null) signIn.setClientNote(OAuth2Constants.PROMPT, "select_account");
        String code = new ClientSessionCode<>(session, realm, signIn).getOrGenerateCode();
        String data = AuthenticationProcessor.getClientData(session, signIn);
        URI there = Urls.identityProviderAuthnRequest(context.getUriInfo().getBaseUri(), provider, realm.getName(), code,
                signIn.getClient().getClientId(), signIn.getTabId(), data, null);
        return Response.seeOther(there).build();
    }
}
