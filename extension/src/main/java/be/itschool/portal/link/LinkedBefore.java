package be.itschool.portal.link;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * True unless this sign-in has just made the link: then the second factor was asked for before it, and the same code
 * is not taken twice. Java, since Keycloak has no such condition, and none of its own looks beyond one flow.
 */
public final class LinkedBefore implements ConditionalAuthenticator, ConditionalAuthenticatorFactory {
    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        String isFirst = context.getAuthenticationSession().getAuthNote(PostBrokerLoginConstants.PBL_AFTER_FIRST_BROKER_LOGIN);
        return !Boolean.parseBoolean(isFirst);
    }

    @Override public ConditionalAuthenticator getSingleton() { return this; }
    @Override public String getId() { return "condition-linked-before"; }
    @Override public String getDisplayType() { return "Condition - linked before"; }
    @Override public String getHelpText() { return "True unless this sign-in has just made the link to the identity provider."; }
    @Override public Requirement[] getRequirementChoices() { return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED}; }
    @Override public boolean requiresUser() { return true; }
    @Override public boolean isConfigurable() { return false; }
    @Override public boolean isUserSetupAllowed() { return false; }
    @Override public List<ProviderConfigProperty> getConfigProperties() { return List.of(); }
    @Override public void action(AuthenticationFlowContext context) {}
    @Override public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}
    @Override public void init(Config.Scope config) {}
    @Override public void postInit(KeycloakSessionFactory factory) {}
    @Override public void close() {}
}
