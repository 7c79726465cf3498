package be.itschool.portal.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.broker.oidc.mappers.AbstractJsonUserAttributeMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.Urls;

/** A step of the first sign-in by an identity provider such as Microsoft. Java, since Keycloak's flows are made of such classes. */
abstract class LinkStep extends AbstractIdpAuthenticator implements FixedStep {
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
        link.put("accountUri", Urls.accountBase(context.getUriInfo().getBaseUri())
                .path("account-security/linked-accounts").build(context.getRealm().getName()).toString());
        return link;
    }

    /**
     * What an account at Microsoft is called: by its sign-in name, which is of a domain that its organisation has proven
     * to own. Keycloak calls it by its address instead, which its owner may set to that of whoever reads the name.
     */
    static String nameOf(BrokeredIdentityContext account) {
        Object profile = account.getContextData().get(AbstractJsonUserAttributeMapper.CONTEXT_JSON_NODE);
        String signInName = profile instanceof JsonNode told ? told.path("userPrincipalName").asText("") : "";
        return signInName.isBlank() ? account.getUsername() : signInName;
    }

    @Override public final boolean requiresUser() { return false; }
    @Override public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) { return true; }
    @Override public final String getId() { return id; }
    @Override public final String getDisplayType() { return displayType; }
    @Override public final String getHelpText() { return helpText; }
}
