package be.itschool.portal.removal;

import be.itschool.portal.link.LinkGate;
import jakarta.ws.rs.HttpMethod;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.credential.WebAuthnCredentialProviderFactory;
import org.keycloak.credential.WebAuthnPasswordlessCredentialProvider;
import org.keycloak.credential.WebAuthnPasswordlessCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's own providers of apps and passkeys, which a person removes on the page for it alone: that one asks again
 * who it is where a sign-in is not recent. The deprecated address beside it, DELETE of account/credentials, asks whoever
 * sits at an open session nothing. Java, since Keycloak asks the provider whether a credential can be removed.
 */
public final class RemovedOnPage {
    private RemovedOnPage() {}

    /** What Keycloak says of a kind of credential, except to a request that would remove one without a page. */
    public static CredentialTypeMetadata alone(KeycloakSession session, CredentialTypeMetadata said) {
        boolean isWithoutPage = HttpMethod.DELETE.equals(session.getContext().getHttpRequest().getHttpMethod());
        if (!isWithoutPage || !LinkGate.isIn(session.getContext().getRealm())) return said;
        return CredentialTypeMetadata.builder()
                .type(said.getType())
                .category(said.getCategory())
                .displayName(said.getDisplayName())
                .helpText(said.getHelpText())
                .removeable(false)
                .build(session);
    }

    /** Of authenticator apps. */
    public static final class App extends OTPCredentialProviderFactory {
        @Override
        public OTPCredentialProvider create(KeycloakSession session) {
            return new OTPCredentialProvider(session) {
                @Override
                public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext person) {
                    return alone(session, super.getCredentialTypeMetadata(person));
                }
            };
        }
    }

    /** Of passkeys beside a password. */
    public static final class Passkey extends WebAuthnCredentialProviderFactory {
        @Override
        public WebAuthnCredentialProvider create(KeycloakSession session) {
            return new WebAuthnCredentialProvider(session, getMetadataService(), createOrGetObjectConverter()) {
                @Override
                public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext person) {
                    return alone(session, super.getCredentialTypeMetadata(person));
                }
            };
        }
    }

    /** Of passkeys in place of a password. */
    public static final class PasskeyAlone extends WebAuthnPasswordlessCredentialProviderFactory {
        @Override
        public WebAuthnPasswordlessCredentialProvider create(KeycloakSession session) {
            return new WebAuthnPasswordlessCredentialProvider(session, getMetadataService(), createOrGetObjectConverter()) {
                @Override
                public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext person) {
                    return alone(session, super.getCredentialTypeMetadata(person));
                }
            };
        }
    }
}
