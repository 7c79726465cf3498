package be.itschool.portal.signin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * What somebody has typed into the form of the old method. Java, since the form is answered inside
 * Keycloak.
 *
 * @param name as typed, at most as long as a user name can be
 * @param password as typed
 */
record LegacyAttempt(String name, String password) {

    /** Keycloak keeps no longer values of an attribute where it can look for them at once. */
    private static final int LONGEST_NAME = 255;

    static LegacyAttempt of(MultivaluedMap<String, String> form) {
        String name = Optional.ofNullable(form.getFirst(AuthenticationManager.FORM_USERNAME)).orElse("").strip();
        String password = Optional.ofNullable(form.getFirst("password")).orElse("");
        return new LegacyAttempt(name.substring(0, Math.min(name.length(), LONGEST_NAME)), password);
    }

    /** True where there is nothing to check. */
    boolean isIncomplete() {
        return name.isEmpty() || password.isEmpty();
    }
}
