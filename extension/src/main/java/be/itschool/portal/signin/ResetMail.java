package be.itschool.portal.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;

/**
 * Keycloak's mail for a forgotten password, after whose link the address counts as proven. Java, to add what Keycloak
 * leaves out: it goes on from the link without saying that the mailbox was opened
 * (https://github.com/keycloak/keycloak/issues/16778).
 */
public final class ResetMail extends ResetCredentialEmail {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        super.authenticate(context);
        // It succeeds only for the person the link was sent to; else it sends a mail, and stops.
        if (context.getStatus() == FlowStatus.SUCCESS) context.getUser().setEmailVerified(true);
    }

    @Override public String getId() { return "school-reset-mail"; }
    @Override public String getDisplayType() { return "School Reset Mail"; }

    @Override
    public String getHelpText() {
        return "Sends the mail for a new password. Whoever comes by its link has proven the address.";
    }
}
