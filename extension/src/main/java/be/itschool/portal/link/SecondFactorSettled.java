package be.itschool.portal.link;

import be.itschool.portal.school.Gate;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.events.Errors;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands after the second factor in the flows of a sign-in by an identity provider, and notes whose it was; whoever
 * has none is noted too. Java, since Keycloak notes only that a flow has ended, and not for whom: one's own code would
 * do for the next person who comes by Microsoft in the same tab.
 *
 * <p>Only for the owner of the account that somebody came with: Keycloak lets the person of a sign-in be exchanged in
 * the middle of it. Its form for a forgotten password, in the same tab, sets whomever one types before anything is proven.
 */
public final class SecondFactorSettled implements FixedStep {
    private static final String NOTE = "second-factor.settled";

    /** Whether it is settled in this sign-in for this person. */
    static boolean isFor(AuthenticationSessionModel signIn, UserModel user) {
        return user.getId().equals(signIn.getAuthNote(NOTE));
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (isOwner(context, signIn)) {
            signIn.setAuthNote(NOTE, context.getUser().getId());
            context.success();
        } else {
            context.getEvent().clone().user(context.getUser()).detail("reason", "account_of_somebody_else").error(Errors.ACCESS_DENIED);
            context.forceChallenge(Gate.startAfresh(context.getSession(), signIn));
        }
    }

    /** Whether the account at the provider is the person's, or by their mailbox is about to be. */
    private static boolean isOwner(AuthenticationFlowContext context, AuthenticationSessionModel signIn) {
        boolean isFirst = LoginActionsService.FIRST_BROKER_LOGIN_PATH.equals(context.getFlowPath());
        String note = isFirst ? AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE : PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT;
        SerializedBrokeredIdentityContext account = SerializedBrokeredIdentityContext.readFromAuthenticationSession(signIn, note);
        if (isFirst) return LinkAttempt.isProvenFor(signIn, context.getUser(), account.getId());
        FederatedIdentityModel link = new FederatedIdentityModel(account.getIdentityProviderId(), account.getId(), account.getUsername());
        return context.getUser().equals(context.getSession().users().getUserByFederatedIdentity(context.getRealm(), link));
    }

    @Override public boolean requiresUser() { return true; }
    @Override public String getId() { return "second-factor-settled"; }
    @Override public String getDisplayType() { return "Second Factor Settled"; }
    @Override public String getHelpText() { return "Notes for whom the second factor of this sign-in was asked for, where there is one."; }
}
