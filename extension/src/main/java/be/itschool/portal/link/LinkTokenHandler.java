package be.itschool.portal.link;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.actiontoken.AbstractActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the link in the mail does. In the browser that asked it goes on; in any other, and for whatever opens links by
 * itself, it asks first. Java, since it is Keycloak's answer to a link of Keycloak's.
 */
public final class LinkTokenHandler extends AbstractActionTokenHandler<LinkToken> {
    /** Made by Keycloak, once. */
    public LinkTokenHandler() {
        super(LinkToken.TYPE, LinkToken.class, Messages.STALE_CODE, EventType.IDENTITY_PROVIDER_LINK_ACCOUNT, Errors.INVALID_TOKEN);
    }

    @Override
    public Response handleToken(LinkToken token, ActionTokenContext<LinkToken> context) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        AuthenticationSessionModel here = context.getAuthenticationSession();
        UserModel user = here.getAuthenticatedUser();
        EventBuilder event = context.getEvent()
                .event(EventType.IDENTITY_PROVIDER_LINK_ACCOUNT)
                .user(user)
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.IDENTITY_PROVIDER, token.providerName())
                .detail(Details.IDENTITY_PROVIDER_USERNAME, token.accountName());

        AuthenticationSessionManager signIns = new AuthenticationSessionManager(session);
        AuthenticationSessionModel asking = token.signIn(signIns, realm);
        // Keycloak takes the sign-in that was found last for the one it answers, and so another browser's language.
        session.getContext().setAuthenticationSession(here);
        boolean isElsewhere = context.isAuthenticationSessionFresh() || token.isMoved();
        // A mail to an address that the person has no longer proves nothing.
        boolean isValid = asking != null && LinkAttempt.isOf(asking, token) && token.getEmail().equals(user.getEmail());
        if (!isValid || isElsewhere && LinkAttempt.isProven(asking)) {
            event.error(Errors.EXPIRED_CODE);
            if (isElsewhere) signIns.removeAuthenticationSession(realm, here, true);
            return form(session, null).setInfo("linkOverMessage").setAttribute("messageHeader", "linkOverMessageHeader").createInfoPage();
        }
        if (context.isAuthenticationSessionFresh()) return confirmation(token, context, user);

        user.setEmailVerified(true);
        LinkAttempt.prove(asking);
        event.success();
        if (!isElsewhere) return context.brokerFlow(null, null, here.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
        signIns.removeAuthenticationSession(realm, here, true);
        return form(session, null)
                .setSuccess("linkConfirmedMessage", token.providerName())
                .setAttribute("messageHeader", "linkConfirmedMessageHeader")
                .setAttribute("skipLink", true)
                .createInfoPage();
    }

    private static Response confirmation(LinkToken token, ActionTokenContext<LinkToken> context, UserModel user) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel here = context.getAuthenticationSession();
        token.moveTo(here);
        // The parts of a form: what opens links by itself, such as a mail server's scanner, sends none.
        return form(session, here)
                .setAttribute("link", Map.of(
                        "provider", token.providerName(),
                        "account", token.accountName(),
                        "at", token.askedAt(session.getContext().resolveLocale(user)),
                        "address", user.getEmail(),
                        "confirmUri", LoginActionsService.actionTokenProcessor(context.getUriInfo()).build(context.getRealm().getName()).toString(),
                        "key", token.serialize(session, context.getRealm(), context.getUriInfo()),
                        "clientId", here.getClient().getClientId(),
                        "tabId", here.getTabId()))
                .createForm("link-confirm.ftl");
    }

    private static LoginFormsProvider form(KeycloakSession session, AuthenticationSessionModel signIn) {
        LoginFormsProvider form = session.getProvider(LoginFormsProvider.class);
        return signIn == null ? form : form.setAuthenticationSession(signIn);
    }
}
