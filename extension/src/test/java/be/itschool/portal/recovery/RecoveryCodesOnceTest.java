package be.itschool.portal.recovery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

class RecoveryCodesOnceTest {
    private static final List<String> ON_PAPER = List.of("PREMIERCODEX", "DEUXIEMECODE");

    private final Set<Object> taken = new HashSet<>();
    private final SingleUseObjectProvider once = fake(SingleUseObjectProvider.class, (proxy, method, args) -> taken.add(args[0]));
    private final KeycloakSession session = fake(KeycloakSession.class, (proxy, method, args) -> once);

    @Test
    void aCodeIsTakenFromOneOfTwoSignInsThatBothFindItUnused() {
        SignIn one = new SignIn("paper");
        SignIn other = new SignIn("paper");
        assertTrue(one.sends("PREMIERCODEX"));
        assertFalse(other.sends("PREMIERCODEX"));
        assertFalse(other.hasChanged, "what the first has written stays as it is");
        assertTrue(one.sends("DEUXIEMECODE"));
    }

    @Test
    void aWrongCodeUsesNoneUp() {
        SignIn signIn = new SignIn("paper");
        assertFalse(signIn.sends("DEUXIEMECODE"));
        assertFalse(signIn.sends(""));
        assertTrue(signIn.sends("PREMIERCODEX"));
        assertTrue(signIn.sends("DEUXIEMECODE"));
        assertFalse(signIn.sends("DEUXIEMECODE"));
    }

    @Test
    void newCodesHaveNothingToDoWithTheOnesBefore() {
        assertTrue(new SignIn("paper").sends("PREMIERCODEX"));
        assertTrue(new SignIn("new paper").sends("PREMIERCODEX"));
    }

    /** What one request sees and changes: others see it when it is over. */
    private final class SignIn {
        private CredentialModel stored = RecoveryAuthnCodesCredentialModel.createFromValues(ON_PAPER, 0, null);
        private boolean hasChanged;
        private final SubjectCredentialManager credentials = fake(SubjectCredentialManager.class, (proxy, method, args) -> {
            if (method.getName().equals("getStoredCredentialsByTypeStream")) return Stream.of(stored);
            stored = (CredentialModel) args[0];
            hasChanged = true;
            return null;
        });
        private final UserModel user = fake(UserModel.class, (proxy, method, args) -> credentials);

        private SignIn(String id) { stored.setId(id); }

        private boolean sends(String code) {
            return new RecoveryCodesOnce().create(session).isValid(null, user, UserCredentialModel.buildFromBackupAuthnCode(code));
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer));
    }
}
