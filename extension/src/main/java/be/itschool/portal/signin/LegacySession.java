package be.itschool.portal.signin;

import be.itschool.portal.school.School;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a session remembers that it was begun by the old method, which opens one school and nothing else. Java, since
 * only notes kept inside Keycloak are out of a browser's reach.
 */
final class LegacySession {
    /** Note with the id of the school whose old method began a session; empty after a new sign-in. */
    private static final String SCHOOL_NOTE = "legacy.school";

    private LegacySession() {}

    /** Marks a sign-in, and the session that comes of it, as one by the old method of a school. */
    static void begin(AuthenticationSessionModel signIn, School school) {
        signIn.setUserSessionNote(SCHOOL_NOTE, school.id());
    }

    /**
     * The school whose old method this sign-in goes by: just now, or in the session that it goes on with by its
     * cookie. Whoever has come by another way meanwhile has proven more than an old password, and so has the session.
     *
     * @return the school's id; empty for every new way of signing in
     */
    static Optional<String> schoolOf(KeycloakSession session, AuthenticationSessionModel signIn) {
        if (isNow(signIn)) return school(signIn.getUserSessionNotes().get(SCHOOL_NOTE));
        if (AuthenticatorUtil.isSSOAuthentication(signIn)) return schoolOfBrowser(session, signIn.getRealm());
        signIn.setUserSessionNote(SCHOOL_NOTE, "");
        return Optional.empty();
    }

    /** The school whose old method began the session of this browser; empty for a new session, and for none. */
    static Optional<String> schoolOfBrowser(KeycloakSession session, RealmModel realm) {
        AuthResult known = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        return known == null ? Optional.empty() : school(known.session().getNote(SCHOOL_NOTE));
    }

    /** True while the person has just given the old password, rather than a session's cookie. */
    static boolean isNow(AuthenticationSessionModel signIn) {
        return school(signIn.getUserSessionNotes().get(SCHOOL_NOTE)).isPresent();
    }

    private static Optional<String> school(String note) {
        return Optional.ofNullable(note).filter(id -> !id.isEmpty());
    }
}
