package be.itschool.portal.legacy;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Makes the provider of old passwords. In Java because Keycloak finds providers by their factories,
 * which it loads as services.
 */
public final class LegacyPasswordCredentialProviderFactory
        implements CredentialProviderFactory<LegacyPasswordCredentialProvider> {

    @Override
    public String getId() {
        return LegacyPasswordCredentialModel.TYPE;
    }

    @Override
    public LegacyPasswordCredentialProvider create(KeycloakSession session) {
        return new LegacyPasswordCredentialProvider(session);
    }
}
