package be.itschool.portal.signin;

import be.itschool.portal.legacy.DummyHash;
import be.itschool.portal.legacy.LegacyPasswordInput;
import be.itschool.portal.legacy.LegacyUsername;
import be.itschool.portal.school.School;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Checks a user name and password of the old method. Java, since it counts failures and finds people inside Keycloak;
 * every refusal takes the time of one hash, so that names cannot be told from it.
 */
record LegacyCheck(AuthenticationFlowContext context, School school) {
    private static final Logger LOG = Logger.getLogger(LegacyCheck.class);

    /** What somebody has typed into the form of the old method. */
    record Attempt(String name, String password) {
        static Attempt of(MultivaluedMap<String, String> form) {
            String name = Optional.ofNullable(form.getFirst(AuthenticationManager.FORM_USERNAME)).orElse("").strip();
            String password = Optional.ofNullable(form.getFirst("password")).orElse("");
            // No user name is longer, and PostgreSQL looks for none with a NUL.
            return new Attempt(name.substring(0, Math.min(name.length(), 255)).replace("\0", ""), password);
        }
    }

    /** The account found, or null, and what is wrong: one of Keycloak's {@link Errors}, or null where it may come in. */
    record Verdict(UserModel user, String error) {}

    Verdict of(Attempt attempt) {
        if (attempt.name().isEmpty() || attempt.password().isEmpty()) return new Verdict(null, Errors.USERNAME_MISSING);
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        String name = LegacyUsername.normalize(attempt.name());
        List<UserModel> found = session.users()
                .searchForUserByUserAttributeStream(realm, school.usernameAttribute(), name)
                .filter(user -> school.knows(session, realm, user))
                .limit(2)
                .toList();
        if (found.size() == 1) return of(found.get(0), name, attempt.password());
        if (found.size() > 1) {
            LOG.warnf("Two accounts have the old user name of one school: realm=%s school=%s users=%s,%s. Neither can come in by it.",
                    realm.getName(), school.id(), found.get(0).getId(), found.get(1).getId());
        }
        spendTheSameTime(attempt.password());
        return new Verdict(null, found.isEmpty() ? Errors.USER_NOT_FOUND : Errors.USERNAME_IN_USE);
    }

    private Verdict of(UserModel user, String name, String password) {
        RealmModel realm = context.getRealm();
        String lock = AuthenticatorUtils.getDisabledByBruteForceEventError(context, user);
        boolean isSomebodyElse = context.getUser() != null && !context.getUser().equals(user);
        if (lock != null || isSomebodyElse) {
            spendTheSameTime(password);
            // A lock reads like a disabled account, which is told; a guesser must not be told.
            return new Verdict(user, lock != null ? Errors.USER_TEMPORARILY_DISABLED : Errors.DIFFERENT_USER_AUTHENTICATING);
        }
        if (!user.credentialManager().isValid(new LegacyPasswordInput(school.id(), name, password))) {
            // As failures of a password: Keycloak leaves every other kind out.
            Set<String> counted = Set.of(PasswordCredentialModel.TYPE);
            if (realm.isBruteForceProtected()) {
                context.getProtector().failedLogin(realm, user, context.getConnection(), context.getUriInfo(), counted);
            }
            return new Verdict(user, Errors.INVALID_USER_CREDENTIALS);
        }
        return new Verdict(user, user.isEnabled() ? null : Errors.USER_DISABLED);
    }

    private void spendTheSameTime(String password) { DummyHash.of(context.getSession(), context.getRealm(), school.id()).matches(password); }
}
