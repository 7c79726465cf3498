package be.itschool.portal.signin;

import be.itschool.portal.school.School;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
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

    private static final String FOUND_NOTE = "legacy.found";

    private LegacySession() {}

    /** Marks a sign-in, and the session that comes of it, as one by the old method of a school. */
    static void begin(AuthenticationSessionModel signIn, School school) { signIn.setUserSessionNote(SCHOOL_NOTE, school.id()); }

    /**
     * The id of the school whose old method this sign-in goes by: just now, or in the session that it goes on with by
     * its cookie. Whoever has come another way meanwhile has proven more than an old password, and so has the session.
     */
    static Optional<String> schoolOf(KeycloakSession session, AuthenticationSessionModel signIn) {
        boolean isByCookie = AuthenticatorUtil.isSSOAuthentication(signIn);
        if (!isNow(signIn)) signIn.setUserSessionNote(SCHOOL_NOTE, isByCookie ? schoolOfBrowser(session, signIn).orElse("") : "");
        return school(signIn.getUserSessionNotes().get(SCHOOL_NOTE));
    }

    /**
     * The school whose old method began the session that this sign-in found; empty for a new session, and for none.
     * Remembered: whoever has the browser can take that session's cookie away while a page is open.
     */
    static Optional<String> schoolOfBrowser(KeycloakSession session, AuthenticationSessionModel signIn) {
        if (signIn.getAuthNote(FOUND_NOTE) == null) {
            AuthResult found = AuthenticationManager.authenticateIdentityCookie(session, signIn.getRealm(), true);
            signIn.setAuthNote(FOUND_NOTE, found == null ? "" : Objects.requireNonNullElse(found.session().getNote(SCHOOL_NOTE), ""));
        }
        return school(signIn.getAuthNote(FOUND_NOTE));
    }

    /** True while the person has just given the old password, rather than a session's cookie. */
    static boolean isNow(AuthenticationSessionModel signIn) {
        return !AuthenticatorUtil.isSSOAuthentication(signIn) && school(signIn.getUserSessionNotes().get(SCHOOL_NOTE)).isPresent();
    }

    private static Optional<String> school(String note) { return Optional.ofNullable(note).filter(id -> !id.isEmpty()); }
}
