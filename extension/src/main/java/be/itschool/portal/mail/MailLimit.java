package be.itschool.portal.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;

/**
 * How many mails a stranger can have sent to somebody: Keycloak sends one for each time that it is asked
 * (https://github.com/keycloak/keycloak/issues/16574). Java, since nobody else is told before a mail leaves.
 */
public final class MailLimit {
    private MailLimit() {}

    /**
     * Takes one of the places that there are for a kind of mail.
     *
     * @param what of which mail and to whom
     * @param most how many places there are
     * @param time after which a place is free again
     * @return the place, to be given back where no mail has left; none while all are taken
     */
    public static Optional<String> take(KeycloakSession session, String what, int most, Duration time) {
        return IntStream.range(0, most)
                .mapToObj(place -> what + "." + place)
                .filter(place -> session.singleUseObjects().putIfAbsent(place, time.toSeconds()))
                .findFirst();
    }

    /** Gives a place back. */
    public static void free(KeycloakSession session, String place) { session.singleUseObjects().remove(place); }
}
