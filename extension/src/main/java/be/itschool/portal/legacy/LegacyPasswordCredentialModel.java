package be.itschool.portal.legacy;

import be.itschool.portal.legacy.hash.LegacyHash;
import be.itschool.portal.legacy.hash.UnusableHashException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * An account's old password at one school under one old user name. In Java because Keycloak hands
 * credentials to their provider as such models.
 *
 * <p>Public part: <code>{"school": "demo", "username": "duboisc"}</code>, and what else the import
 * notes there. Secret part: <code>{"hash": "…"}</code>, with <code>"inner"</code> when a weak hash was
 * wrapped; see {@link LegacyHash#parse(String, String)}.
 */
public final class LegacyPasswordCredentialModel extends CredentialModel {

    /** The type, as it stands in the database and in Keycloak's REST interface. */
    public static final String TYPE = "legacy-password";

    private static final long serialVersionUID = 1L;

    private final String school;
    private final String username;

    private LegacyPasswordCredentialModel(Map<String, String> publicPart) {
        school = publicPart.getOrDefault("school", "").strip();
        username = LegacyUsername.normalize(publicPart.getOrDefault("username", ""));
    }

    /** The same credential, whether it is complete or not; its user name in the spelling that is compared. */
    static LegacyPasswordCredentialModel of(CredentialModel stored) {
        Map<String, String> publicPart = fields(stored.getCredentialData());
        LegacyPasswordCredentialModel model = new LegacyPasswordCredentialModel(publicPart);
        publicPart.replace("school", model.school);
        publicPart.replace("username", model.username);
        model.setId(stored.getId());
        model.setType(TYPE);
        model.setUserLabel(stored.getUserLabel());
        model.setCreatedDate(stored.getCreatedDate());
        model.setCredentialData(json(publicPart));
        model.setSecretData(stored.getSecretData());
        return model;
    }

    /** Whether it says whose password it is. */
    boolean hasSchoolAndUsername() {
        return !school.isEmpty() && !username.isEmpty();
    }

    /** Whether it is the password of this old user name at this school. */
    boolean isOf(String school, String username) {
        return this.school.equals(school) && this.username.equals(LegacyUsername.normalize(username));
    }

    /** Whether it takes the other's place: an account has one for each school and old user name. */
    boolean replaces(LegacyPasswordCredentialModel other) {
        return isOf(other.school, other.username);
    }

    /** @throws UnusableHashException if there is no hash a password can be checked against */
    LegacyHash hash() {
        return hashIn(getSecretData());
    }

    /** The hash in a credential's secret part. */
    static LegacyHash hashIn(String secretPart) {
        Map<String, String> fields = fields(secretPart);
        String hash = fields.getOrDefault("hash", "");
        String inner = fields.get("inner");
        return inner == null ? LegacyHash.parse(hash) : LegacyHash.parse(hash, inner);
    }

    /** The fields of a JSON object of texts; none if it is something else. */
    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new TreeMap<>();
        try {
            JsonNode read = JsonSerialization.readValue(json == null ? "{}" : json, JsonNode.class);
            for (Map.Entry<String, JsonNode> field : read.properties()) {
                if (field.getValue().isTextual()) fields.put(field.getKey(), field.getValue().textValue());
            }
        } catch (IOException unreadable) {
            // Its message would repeat a part of what may be a secret.
        }
        return fields;
    }

    private static String json(Map<String, String> fields) {
        try {
            return JsonSerialization.writeValueAsString(fields);
        } catch (IOException impossible) {
            throw new IllegalStateException("texts can be written as JSON", impossible);
        }
    }
}
