package be.itschool.portal.link;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands after the second factor in the flows of a sign-in by an identity provider, and notes whose it was; whoever
 * has none is noted too. Java, since Keycloak notes only that a flow has ended, and not for whom: one's own code would
 * do for the next person who comes by Microsoft in the same tab.
 */
public final class SecondFactorSettled implements FixedStep {
    private static final String NOTE = "second-factor.settled";

    /** Whether it is settled in this sign-in for this person. */
    static boolean isFor(AuthenticationSessionModel signIn, UserModel user) {
        return user.getId().equals(signIn.getAuthNote(NOTE));
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.getAuthenticationSession().setAuthNote(NOTE, context.getUser().getId());
        context.success();
    }

    @Override public boolean requiresUser() { return true; }
    @Override public String getId() { return "second-factor-settled"; }
    @Override public String getDisplayType() { return "Second Factor Settled"; }
    @Override public String getHelpText() { return "Notes for whom the second factor of this sign-in was asked for, where there is one."; }
}
