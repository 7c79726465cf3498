package be.itschool.portal.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;

class LegacyPasswordCredentialProviderTest {

    private final List<CredentialModel> stored = new ArrayList<>();
    /** The attribute {@code legacy.hash} of the group of every school. */
    private String dummy;
    private int groupsRead;

    private final SubjectCredentialManager credentials = fake(SubjectCredentialManager.class, (method, args) -> {
        switch (method) {
            case "getStoredCredentialsByTypeStream":
                return stored.stream().filter(credential -> credential.getType().equals(args[0]));
            case "createStoredCredential":
                CredentialModel created = (CredentialModel) args[0];
                created.setId("credential-" + stored.size());
                stored.add(created);
                return created;
            case "updateStoredCredential":
                CredentialModel updated = (CredentialModel) args[0];
                stored.replaceAll(credential -> credential.getId().equals(updated.getId()) ? updated : credential);
                return null;
            default:
                throw new UnsupportedOperationException(method);
        }
    });
    private final UserModel user = fake(UserModel.class, (method, args) -> credentials);
    private final GroupModel group = fake(GroupModel.class, (method, args) -> {
        switch (method) {
            case "getType":
                return GroupModel.Type.REALM;
            case "getFirstAttribute":
                groupsRead++;
                return args[0].equals("legacy.hash") ? dummy : null;
            default:
                throw new UnsupportedOperationException(method);
        }
    });
    private final GroupProvider groups = fake(GroupProvider.class, (method, args) -> group);
    private final KeycloakSession session =
            fake(KeycloakSession.class, (method, args) -> method.equals("groups") ? groups : null);
    private final LegacyPasswordCredentialProvider provider = new LegacyPasswordCredentialProvider(session);

    @Test
    void acceptsThePasswordOfThatSchoolAndThatUsernameAlone() {
        store("demo", "duboisc", "Printemps");
        store("demo", "duboisc2", "Automne");
        store("saint-exupery", "duboisc", "Hiver");

        assertTrue(isValid("demo", "duboisc", "Printemps"));
        assertTrue(isValid("demo", " DuboisC ", "Printemps"));
        assertFalse(isValid("demo", "duboisc", "printemps"));
        assertFalse(isValid("demo", "duboisc", ""));
        assertFalse(isValid("demo", "duboisc", "Automne"));
        assertFalse(isValid("demo", "duboisc", "Hiver"));
        assertFalse(isValid("saint-exupery", "duboisc2", "Automne"));
        assertFalse(isValid("athenee", "duboisc", "Printemps"));
    }

    @Test
    void replacesThePasswordOfTheSameSchoolAndUsername() {
        store("demo", "duboisc", "Printemps");
        store("demo", "duboisc2", "Automne");
        String id = stored.get(0).getId();
        store("demo", "DUBOISC", "Hiver");

        assertEquals(List.of(id, "credential-1"), stored.stream().map(CredentialModel::getId).toList());
        assertTrue(isValid("demo", "duboisc", "Hiver"));
        assertFalse(isValid("demo", "duboisc", "Printemps"));
        assertTrue(isValid("demo", "duboisc2", "Automne"));
    }

    @Test
    void keepsWhatElseStandsInThePublicPartAndWhenItWasStored() {
        CredentialModel given = credential("demo", "DuboisC", "Printemps");
        given.setCredentialData("{\"fingerprint\":\"f1\",\"school\":\"demo\",\"username\":\"DuboisC\"}");
        CredentialModel created = create(given);

        assertEquals("{\"fingerprint\":\"f1\",\"school\":\"demo\",\"username\":\"duboisc\"}", created.getCredentialData());
        assertNotNull(created.getCreatedDate());
    }

    /** A dummy that happens to be the hash of what was typed opens nothing. */
    @Test
    void checksTheDummyOfTheSchoolWhereThereIsNoPasswordAndAcceptsNothing() {
        dummy = bcrypt("Printemps");
        assertFalse(isValid("demo", "duboisc", "Printemps"));
        assertEquals(1, groupsRead);

        store("demo", "duboisc", "Printemps");
        stored.get(0).setSecretData("{\"hash\":\"no longer readable\"}");
        assertFalse(isValid("demo", "duboisc", "Printemps"));
        assertEquals(2, groupsRead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "wrapped"})
    void readsADummyPlainOrWrapped(String form) {
        // As `printf x | openssl dgst -sha1 -binary | base64` has it.
        String inner = "{SHA}EfatjsUqKYSrqv18O1FlA3hcIHI=";
        dummy = form.equals("plain") ? bcrypt("x") : "{\"hash\":\"" + bcrypt(inner) + "\",\"inner\":\"{SHA}\"}";
        assertTrue(DummyHash.of(session, null, "demo").matches("x"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{", "{}", "Printemps"})
    void takesAUsualDummyWhereTheNotedOneIsMissingOrDamaged(String noted) {
        dummy = noted;
        assertFalse(DummyHash.of(session, null, "demo").matches("Printemps"));
    }

    @Test
    void leavesInputsOfOtherKindsToOthers() {
        store("demo", "duboisc", "Printemps");
        assertFalse(provider.isValid(null, user, new UserCredentialModel(null, "legacy-password", "Printemps")));
        assertTrue(provider.supportsCredentialType("legacy-password"));
        assertFalse(provider.supportsCredentialType("password"));
        assertTrue(provider.isConfiguredFor(null, user, "legacy-password"));
        assertFalse(provider.isConfiguredFor(null, user, "password"));
    }

    private boolean isValid(String school, String username, String password) {
        return provider.isValid(null, user, new LegacyPasswordInput(school, username, password));
    }

    private void store(String school, String username, String password) {
        create(credential(school, username, password));
    }

    private CredentialModel create(CredentialModel given) {
        return provider.createCredential(null, user, provider.getCredentialFromModel(given));
    }

    private static CredentialModel credential(String school, String username, String password) {
        CredentialModel given = new CredentialModel();
        given.setType("legacy-password");
        given.setCredentialData("{\"school\":\"" + school + "\",\"username\":\"" + username + "\"}");
        given.setSecretData("{\"hash\":\"" + bcrypt(password) + "\"}");
        return given;
    }

    private static String bcrypt(String password) {
        return OpenBSDBCrypt.generate("2b", password.toCharArray(), new byte[16], 4);
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    /** Stands in for one of Keycloak's interfaces. */
    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, args) -> answer.to(method.getName(), args)));
    }
}
