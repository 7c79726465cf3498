package be.itschool.portal.mail;

import java.time.Duration;
import org.keycloak.authentication.AuthenticationFlowContext;
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
        boolean isByLink = isByLink(context);
        if (!isByLink && !mayMail(context)) {
            // In Keycloak's words for each address, also one that nobody has.
            context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
            return;
        }
        super.authenticate(context);
        if (isByLink) context.getUser().setEmailVerified(true);
    }

    /** Whether this is the person whom the link was sent to, and who has opened it. */
    private static boolean isByLink(AuthenticationFlowContext context) {
        String opened = context.getAuthenticationSession().getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        return context.getUser() != null && context.getUser().getId().equals(opened);
    }

    private static boolean mayMail(AuthenticationFlowContext context) {
        Duration time = Duration.ofSeconds(context.getRealm().getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE));
        UserModel user = context.getUser();
        // An address that was corrected meanwhile has been sent none.
        return user == null || MailLimit.take(context.getSession(), "reset-mail." + user.getId() + "." + user.getEmail(), MOST_LINKS, time).isPresent();
    }

    @Override public String getId() { return "school-reset-mail"; }
    @Override public String getDisplayType() { return "School Reset Mail"; }

    @Override
    public String getHelpText() {
        return "Sends the mail for a new password. Whoever comes by its link has proven the address.";
    }
}
