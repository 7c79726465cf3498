package be.itschool.portal.recovery;

import be.itschool.portal.removal.RemovedOnPage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;

/**
 * Takes a recovery code once. Keycloak's own provider, in whose place this one stands, takes it from each of several
 * sign-ins that send it at the same moment (https://github.com/keycloak/keycloak/issues/26106). Java, since only here
 * is it known, before anything is written, that the code is the right one.
 */
public final class RecoveryCodesOnce extends RecoveryAuthnCodesCredentialProviderFactory {
    /** Longer than Keycloak lets a request change anything; one that failed leaves the code to be used after it. */
    private static final long IN_USE_IN_SECONDS = TimeUnit.MINUTES.toSeconds(10);

    @Override
    public RecoveryAuthnCodesCredentialProvider create(KeycloakSession session) {
        return new RecoveryAuthnCodesCredentialProvider(session) {
            @Override
            public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
                return next(user, input.getChallengeResponse())
                        .filter(code -> session.singleUseObjects().putIfAbsent("recovery-code." + code, IN_USE_IN_SECONDS))
                        .isPresent() && super.isValid(realm, user, input);
            }

            @Override
            public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext person) {
                return RemovedOnPage.alone(session, super.getCredentialTypeMetadata(person));
            }
        };
    }

    /** Names the person's next code, if it is the one that was typed. */
    private static Optional<String> next(UserModel user, String typed) {
        return user.credentialManager().getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE).findFirst()
                .map(RecoveryAuthnCodesCredentialModel::createFromCredentialModel)
                .flatMap(codes -> codes.getNextRecoveryAuthnCode()
                        .filter(code -> RecoveryAuthnCodesUtils.verifyRecoveryCodeInput(typed, code.getEncodedHashedValue()))
                        .map(code -> codes.getId() + "." + code.getNumber()));
    }
}
