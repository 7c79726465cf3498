package be.itschool.portal.legacy;

import be.itschool.portal.legacy.hash.UnusableHashException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponseException;

/**
 * Stores and checks old passwords. In Java because Keycloak drops credentials of a type that has no provider, and
 * checks passwords nowhere else.
 */
final class LegacyPasswordCredentialProvider
        implements CredentialProvider<LegacyPasswordCredentialModel>, CredentialInputValidator {
    /** The error in the answer to a credential that is not stored. */
    static final String UNUSABLE = "unusableLegacyPassword";

    private static final Logger logger = Logger.getLogger(LegacyPasswordCredentialProvider.class);

    private final KeycloakSession session;

    LegacyPasswordCredentialProvider(KeycloakSession session) { this.session = session; }

    @Override public String getType() { return LegacyPasswordCredentialModel.TYPE; }

    /**
     * Stores the credential, in the place of the account's earlier one for the same school and old user name.
     *
     * @throws ErrorResponseException 400 {@value #UNUSABLE} with the reason, which repeats no hash
     */
    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, LegacyPasswordCredentialModel given) {
        if (!given.hasSchoolAndUsername()) throw refused("credentialData needs the texts school and username");
        try {
            given.hash();
        } catch (UnusableHashException unusable) {
            throw refused("secretData: " + unusable.getMessage());
        }
        given.setCreatedDate(Time.currentTimeMillis());
        Optional<LegacyPasswordCredentialModel> earlier = stored(user).filter(given::replaces).findFirst();
        if (earlier.isEmpty()) return user.credentialManager().createStoredCredential(given);
        given.setId(earlier.get().getId());
        user.credentialManager().updateStoredCredential(given);
        return given;
    }

    private static ErrorResponseException refused(String reason) {
        return new ErrorResponseException(UNUSABLE, reason, Response.Status.BAD_REQUEST);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public LegacyPasswordCredentialModel getCredentialFromModel(CredentialModel model) {
        return LegacyPasswordCredentialModel.of(model);
    }

    /** The account console lists what an authenticator names as its credential, and none names these. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext metadataContext) {
        return CredentialTypeMetadata.builder().type(getType()).displayName(getType()).helpText(getType())
                .category(CredentialTypeMetadata.Category.BASIC_AUTHENTICATION).removeable(false).build(session);
    }

    @Override public boolean supportsCredentialType(String type) { return getType().equals(type); }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return supportsCredentialType(credentialType) && stored(user).findAny().isPresent();
    }

    /**
     * Whether this is the account's old password at this school under this old user name; its other passwords do not
     * count. Where there is none, the answer takes as long as for a wrong one.
     */
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        if (!(input instanceof LegacyPasswordInput typed)) return false;
        Optional<LegacyPasswordCredentialModel> found =
                stored(user).filter(credential -> credential.isOf(typed.school, typed.username)).findFirst();
        try {
            if (found.isPresent()) return found.get().hash().matches(typed.getChallengeResponse());
        } catch (UnusableHashException unusable) {
            logger.warnf("The credential %s is unusable: %s", found.get().getId(), unusable.getMessage());
        }
        DummyHash.of(session, realm, typed.school).matches(typed.getChallengeResponse());
        return false;
    }

    private Stream<LegacyPasswordCredentialModel> stored(UserModel user) {
        return user.credentialManager().getStoredCredentialsByTypeStream(getType())
                .map(LegacyPasswordCredentialModel::of);
    }
}
