package be.itschool.portal.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.Urls;

/** A step of the first sign-in by an identity provider such as Microsoft. Java, since Keycloak's flows are made of such classes. */
abstract class LinkStep extends AbstractIdpAuthenticator implements AuthenticatorFactory {
    private final String id;
    private final String displayType;
    private final String helpText;

    LinkStep(String id, String displayType, String helpText) {
        this.id = id;
        this.displayType = displayType;
        this.helpText = helpText;
    }

    /** What was pressed on the page; empty where nothing was that this form has. */
    static String pressed(AuthenticationFlowContext context, String button) {
        String value = context.getHttpRequest().getDecodedFormParameters().getFirst(button);
        return value == null ? "" : value;
    }

    /** What each page of ours says of the link: the provider's name, and where the person's account is managed. */
    static Map<String, Object> link(AuthenticationFlowContext context, BrokeredIdentityContext account) {
        Map<String, Object> link = new HashMap<>();
        link.put("provider", KeycloakModelUtils.getIdentityProviderDisplayName(context.getSession(), account.getIdpConfig()));
        link.put("accountUri", Urls.accountBase(context.getUriInfo().getBaseUri()).build(context.getRealm().getName()).toString());
        return link;
    }

    @Override public final boolean requiresUser() { return false; }
    @Override public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) { return true; }

    // One serves all, since it holds nothing of a request; and there is nothing to set.
    @Override public final Authenticator create(KeycloakSession session) { return this; }
    @Override public final String getId() { return id; }
    @Override public final String getDisplayType() { return displayType; }
    @Override public final String getHelpText() { return helpText; }
    @Override public final String getReferenceCategory() { return null; }
    @Override public final boolean isConfigurable() { return false; }
    @Override public final boolean isUserSetupAllowed() { return false; }
    @Override public final Requirement[] getRequirementChoices() { return new Requirement[] {Requirement.REQUIRED}; }
    @Override public final List<ProviderConfigProperty> getConfigProperties() { return List.of(); }
    @Override public final void init(Config.Scope config) {}
    @Override public final void postInit(KeycloakSessionFactory factory) {}
}
