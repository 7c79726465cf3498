package be.itschool.portal.legacy;

import be.itschool.portal.legacy.hash.LegacyHash;
import be.itschool.portal.legacy.hash.UnusableHashException;
import org.jboss.logging.Logger;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The hash of nobody's password, checked where there is none, so that an unknown user name costs as much time as a
 * wrong password. In Java because that time passes inside Keycloak.
 */
public final class DummyHash {
    private static final Logger logger = Logger.getLogger(DummyHash.class);

    /** Of random bytes that were thrown away. */
    private static final LegacyHash USUAL =
            LegacyHash.parse("$2b$10$TTRQrLR0j5Oz7ONOrNVYa.rjHF8SHHegOnZsFb9zIt3fdCu39Lg8a");

    private DummyHash() {}

    /**
     * A hash in the format and of the cost that is usual at a school. The import notes it in the attribute {@code
     * legacy.hash} of the school's group: encoded, or when such hashes are wrapped, as the secret part of a
     * credential. Without it, bcrypt of cost 10.
     */
    public static LegacyHash of(KeycloakSession session, RealmModel realm, String school) {
        GroupModel group = KeycloakModelUtils.findGroupByPath(session, realm, new String[] {"schools", school});
        String noted = group == null ? null : group.getFirstAttribute("legacy.hash");
        try {
            if (noted == null) return USUAL;
            return noted.startsWith("{") ? LegacyPasswordCredentialModel.hashIn(noted) : LegacyHash.parse(noted);
        } catch (UnusableHashException unusable) {
            logger.warnf("The school %s has an unusable legacy.hash: %s", school, unusable.getMessage());
            return USUAL;
        }
    }
}
