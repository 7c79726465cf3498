package be.itschool.portal.school;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The school that a client belongs to, as its attributes say. Java, since the rules that read it run inside Keycloak.
 *
 * @param id names the school's group and the attributes it gives people
 * @param name as parents know it
 * @param video address of a film that explains the new sign-in, or null
 * @param legacyUntil last day of the old method; null where it is closed
 */
public record School(String id, String name, String video, LocalDate legacyUntil) {
    /** Where a day ends for the schools and their parents. */
    public static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

    /** The group above the schools' groups. */
    static final String GROUPS = "schools";

    /** Absent for a client that belongs to no school, such as the account console. */
    public static Optional<School> of(ClientModel client) {
        String id = client.getAttribute("school.id");
        if (id == null || id.isBlank()) return Optional.empty();
        String name = client.getName() == null ? id : client.getName();
        return Optional.of(new School(id, name, https(client.getAttribute("school.video")),
                day(client.getAttribute("school.legacy.until"))));
    }

    /** True to the end, in Belgium, of the last day of the old method. */
    public boolean isLegacyOpen(Instant now) {
        return legacyUntil != null && now.isBefore(legacyUntil.plusDays(1).atStartOfDay(BELGIUM).toInstant());
    }

    /** True for somebody whom the school knows: a member of its group. */
    public boolean knows(KeycloakSession session, RealmModel realm, UserModel user) {
        GroupModel group = group(session, realm);
        return group != null && user.isMemberOf(group);
    }

    /** The school's group, {@code /schools/<id>}; null before it was made. */
    public GroupModel group(KeycloakSession session, RealmModel realm) {
        return KeycloakModelUtils.findGroupByPath(session, realm, "/" + GROUPS + "/" + id);
    }

    /** The user attribute with somebody's user names at this school before the portal. */
    public String usernameAttribute() { return id + ".username"; }

    /** The user attribute with the day somebody last came by the old method of this school. */
    public String lastLegacySignInAttribute() { return id + ".lastLegacySignIn"; }

    /** A link of any other kind could run a script. */
    static String https(String address) { return address != null && address.startsWith("https://") ? address : null; }

    /** What is no day opens nothing: the old method is closed rather than open for ever. */
    static LocalDate day(String text) {
        if (text == null || text.length() != "2026-08-31".length()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException mistyped) {
            return null;
        }
    }
}
