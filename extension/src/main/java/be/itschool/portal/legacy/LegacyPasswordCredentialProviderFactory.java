package be.itschool.portal.legacy;

import java.util.Map;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Makes the provider of old passwords, and tells administrators which version of the extension the server has. In
 * Java because Keycloak finds providers by their factories, which it loads as services.
 */
public final class LegacyPasswordCredentialProviderFactory
        implements CredentialProviderFactory<LegacyPasswordCredentialProvider>, ServerInfoAwareProviderFactory {
    @Override public String getId() { return LegacyPasswordCredentialModel.TYPE; }

    @Override
    public LegacyPasswordCredentialProvider create(KeycloakSession session) {
        return new LegacyPasswordCredentialProvider(session);
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        String version = getClass().getPackage().getImplementationVersion();
        return version == null ? Map.of() : Map.of("version", version);
    }
}
