package be.itschool.portal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.itschool.portal.school.School;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupProvider;
import org.keycloak.models.GroupProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.services.managers.BruteForceProtector;

/** Every refusal costs one hash: a credential's own, or the school's dummy, which a time cannot tell. */
class LegacyCheckTest {

    private static final School SCHOOL = new School("demo", "Demo", null, LocalDate.MAX);
    private static final LegacyCheck.Attempt ATTEMPT = new LegacyCheck.Attempt("duboisc", "Printemps");

    private List<UserModel> found = List.of();
    private UserModel alreadyKnown;
    private boolean isLocked;
    private boolean isRight;
    private int credentialsChecked;
    private int dummiesRead;

    private final SubjectCredentialManager credentials = fake(SubjectCredentialManager.class, method -> {
        credentialsChecked++;
        return isRight;
    });
    private final GroupModel group = fake(GroupModel.class, method -> {
        if (method.equals("getFirstAttribute")) dummiesRead++;
        return method.equals("getType") ? GroupModel.Type.REALM : null;
    });
    private final GroupProvider groups = fake(GroupProvider.class, method -> group);
    private final UserProvider users = fake(UserProvider.class, method -> found.stream());
    private final GroupProviderFactory<?> groupFactory = fake(GroupProviderFactory.class, method -> false);
    private final KeycloakSessionFactory factory = fake(KeycloakSessionFactory.class, method -> groupFactory);
    private final KeycloakSession session = fake(KeycloakSession.class, method -> switch (method) {
        case "users" -> users;
        case "groups" -> groups;
        default -> factory;
    });
    private final RealmModel realm = fake(RealmModel.class, method -> method.equals("getName") ? "portal" : true);
    private final BruteForceProtector protector = fake(BruteForceProtector.class, method -> switch (method) {
        case "isTemporarilyDisabled" -> isLocked;
        case "isPermanentlyLockedOut" -> false;
        default -> null;
    });
    private final AuthenticationFlowContext context = fake(AuthenticationFlowContext.class, method -> switch (method) {
        case "getSession" -> session;
        case "getRealm" -> realm;
        case "getProtector" -> protector;
        case "getUser" -> alreadyKnown;
        default -> null;
    });

    @Test
    void aWrongPasswordIsCheckedOnce() {
        found = List.of(user(true));
        assertRefused(Errors.INVALID_USER_CREDENTIALS, 1, 0);
    }

    @Test
    void aUserNameThatNobodyHasCostsADummy() {
        assertRefused(Errors.USER_NOT_FOUND, 0, 1);
    }

    @Test
    void soDoesOneOfSomebodyWhomTheSchoolNoLongerKnows() {
        found = List.of(user(false));
        assertRefused(Errors.USER_NOT_FOUND, 0, 1);
    }

    @Test
    void soDoesOneThatTwoAccountsHave() {
        found = List.of(user(true), user(true));
        assertRefused(Errors.USERNAME_IN_USE, 0, 1);
    }

    @Test
    void soDoesALockedAccountWhateverThePassword() {
        found = List.of(user(true));
        isLocked = true;
        isRight = true;
        assertRefused(Errors.USER_TEMPORARILY_DISABLED, 0, 1);
    }

    @Test
    void soDoesAnotherPersonThanTheOneWhoIsAskedAgain() {
        found = List.of(user(true));
        alreadyKnown = user(true);
        isRight = true;
        assertRefused(Errors.DIFFERENT_USER_AUTHENTICATING, 0, 1);
    }

    private void assertRefused(String error, int credentials, int dummies) {
        assertEquals(error, new LegacyCheck(context, SCHOOL).of(ATTEMPT).error());
        assertEquals(credentials, credentialsChecked);
        assertEquals(dummies, dummiesRead);
    }

    private UserModel user(boolean isMember) {
        Object identity = new Object();
        return fake(UserModel.class, method -> switch (method) {
            case "isMemberOf" -> isMember;
            case "isEnabled" -> true;
            case "equals" -> false;
            case "hashCode" -> identity.hashCode();
            case "getId" -> "somebody";
            default -> credentials;
        });
    }

    /** Stands in for one of Keycloak's interfaces. */
    private static <T> T fake(Class<T> type, Function<String, Object> answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, args) -> answer.apply(method.getName())));
    }
}
