package be.itschool.portal.signin;

import be.itschool.portal.mail.MailLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.LoginActionsService;

/**
 * The mail of "forgotten password", sent to somebody who has come by the old method. Java, since only Keycloak can
 * make the link in it, which leads through the realm's own reset flow: the old password alone never sets the new one.
 */
final class PasswordMail {
    /** One press of the button after another must not fill somebody's mailbox. */
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(5);

    private PasswordMail() {}

    static boolean hasAddress(UserModel user) { return user.getEmail() != null && !user.getEmail().isBlank(); }

    /** Sends it, unless one has just been sent to this person. @throws EmailException when no server takes it */
    static void send(RequiredActionContext context) throws EmailException {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        UserModel user = context.getUser();
        Optional<String> place = MailLimit.take(session, "legacy-welcome-mail." + user.getId(), 1, BETWEEN_MAILS);
        if (place.isEmpty()) return;
        int lifespan = realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
        String client = context.getAuthenticationSession().getClient().getClientId();
        // Tied to no sign-in: this one goes on to the school meanwhile.
        ResetCredentialsActionToken token =
                new ResetCredentialsActionToken(user.getId(), user.getEmail(), (int) Time.currentTimeSeconds() + lifespan, null, client);
        String link = LoginActionsService.actionTokenProcessor(context.getUriInfo())
                .queryParam(Constants.KEY, token.serialize(session, realm, context.getUriInfo()))
                .queryParam(Constants.CLIENT_ID, client)
                .build(realm.getName())
                .toString();
        EventBuilder event = context.getEvent().clone().event(EventType.SEND_RESET_PASSWORD).user(user).detail(Details.AUTH_TYPE, "legacy");
        try {
            session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(user)
                    .setAuthenticationSession(context.getAuthenticationSession())
                    .sendPasswordReset(link, TimeUnit.SECONDS.toMinutes(lifespan));
            event.success();
        } catch (EmailException unreachable) {
            MailLimit.free(session, place.get());
            event.error(Errors.EMAIL_SEND_FAILED);
            throw unreachable;
        }
    }
}
