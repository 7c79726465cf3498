package be.itschool.portal.link;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * True until the second factor is settled in this sign-in. Whoever links an account gives it before the link is made,
 * and the same code is not taken twice. Java, since none of Keycloak's conditions looks beyond one flow.
 */
public final class SecondFactorOpen implements FixedStep, ConditionalAuthenticator, ConditionalAuthenticatorFactory {
    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        return !SecondFactorSettled.isFor(context.getAuthenticationSession(), context.getUser());
    }

    @Override public ConditionalAuthenticator create(KeycloakSession session) { return this; }
    @Override public ConditionalAuthenticator getSingleton() { return this; }
    @Override public void authenticate(AuthenticationFlowContext context) {}
    @Override public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) { return true; }
    @Override public boolean requiresUser() { return true; }
    @Override public String getReferenceCategory() { return REFERENCE_CATEGORY; }
    @Override public String getId() { return "condition-second-factor-open"; }
    @Override public String getDisplayType() { return "Condition - second factor open"; }
    @Override public String getHelpText() { return "True until the second factor is settled in this sign-in."; }
}
