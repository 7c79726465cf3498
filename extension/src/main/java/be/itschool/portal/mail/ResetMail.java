package be.itschool.portal.mail;

import java.time.Duration;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/**
 * Keycloak's mail for a forgotten password, after whose link the address counts as proven. Java, to add what Keycloak
 * leaves out: it goes on from the link without saying that the mailbox was opened
 * (https://github.com/keycloak/keycloak/issues/16778), and sends as many mails as anybody asks for.
 */
public final class ResetMail extends ResetCredentialEmail {
    /** Links of one person that work at the same time: whoever gets no more mails has one that helps. */
    private static final int MOST_LINKS = 5;

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!mayGoOn(context)) {
            // In Keycloak's words for each address, also one that nobody has.
            context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
            return;
        }
        super.authenticate(context);
        // It succeeds only for the person the link was sent to; else it sends a mail, and stops.
        if (context.getStatus() == FlowStatus.SUCCESS) context.getUser().setEmailVerified(true);
    }

    /** Whoever comes by the link needs no mail; for anybody else there must be a place. */
    private static boolean mayGoOn(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        if (user == null || user.getId().equals(context.getAuthenticationSession().getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID))) return true;
        Duration time = Duration.ofSeconds(context.getRealm().getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE));
        return MailLimit.take(context.getSession(), "reset-mail." + user.getId(), MOST_LINKS, time).isPresent();
    }

    @Override public String getId() { return "school-reset-mail"; }
    @Override public String getDisplayType() { return "School Reset Mail"; }

    @Override
    public String getHelpText() {
        return "Sends the mail for a new password. Whoever comes by its link has proven the address.";
    }
}
