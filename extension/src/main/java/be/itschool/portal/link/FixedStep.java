package be.itschool.portal.link;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/** A step of a flow in which there is nothing to set. Java, since Keycloak's flows are made of such classes. */
public interface FixedStep extends Authenticator, AuthenticatorFactory {
    // One serves all, since it holds nothing of a request.
    @Override default Authenticator create(KeycloakSession session) { return this; }
    @Override default String getReferenceCategory() { return null; }
    @Override default boolean isConfigurable() { return false; }
    @Override default boolean isUserSetupAllowed() { return false; }
    @Override default Requirement[] getRequirementChoices() { return new Requirement[] {Requirement.REQUIRED}; }
    @Override default List<ProviderConfigProperty> getConfigProperties() { return List.of(); }
    @Override default boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) { return true; }
    @Override default void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}
    @Override default void action(AuthenticationFlowContext context) {}
    @Override default void init(Config.Scope config) {}
    @Override default void postInit(KeycloakSessionFactory factory) {}
    @Override default void close() {}
}
