package be.itschool.portal.legacy;

import be.itschool.portal.legacy.hash.LegacyHash;
import be.itschool.portal.legacy.hash.UnusableHashException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * An account's old password at one school under one old user name. In Java because Keycloak hands credentials to
 * their provider as such models.
 *
 * <p>Public part: <code>{"school": "demo", "username": "duboisc"}</code>, and what else the import notes there.
 * Secret part: <code>{"hash": "…"}</code>, with <code>"inner"</code> when a weak hash was wrapped; see {@link
 * LegacyHash#parse(String, String)}.
 */
public final class LegacyPasswordCredentialModel extends CredentialModel {
    /** The type, as it stands in the database and in Keycloak's REST interface. */
    public static final String TYPE = "legacy-password";

    private static final long serialVersionUID = 1L;

    private final String school;
    private final String username;

    private LegacyPasswordCredentialModel(JsonNode publicPart) {
        school = text(publicPart, "school").strip();
        username = LegacyUsername.normalize(text(publicPart, "username"));
    }

    /** The same credential, whether it is complete or not; its user name in the spelling that is compared. */
    static LegacyPasswordCredentialModel of(CredentialModel stored) {
        ObjectNode publicPart = object(stored.getCredentialData());
        LegacyPasswordCredentialModel model = new LegacyPasswordCredentialModel(publicPart);
        publicPart.put("school", model.school).put("username", model.username);
        model.setId(stored.getId());
        model.setType(TYPE);
        model.setUserLabel(stored.getUserLabel());
        model.setCreatedDate(stored.getCreatedDate());
        model.setCredentialData(publicPart.toString());
        model.setSecretData(stored.getSecretData());
        return model;
    }

    /** Whether it says whose password it is. */
    boolean hasSchoolAndUsername() { return !school.isEmpty() && !username.isEmpty(); }

    /** Whether it is the password of this old user name at this school. */
    boolean isOf(String school, String username) {
        return this.school.equals(school) && this.username.equals(LegacyUsername.normalize(username));
    }

    /** Whether it takes the other's place: an account has one for each school and old user name. */
    boolean replaces(LegacyPasswordCredentialModel other) { return isOf(other.school, other.username); }

    /** @throws UnusableHashException if there is no hash a password can be checked against */
    LegacyHash hash() { return hashIn(getSecretData()); }

    /** The hash in a credential's secret part. */
    static LegacyHash hashIn(String secretPart) {
        ObjectNode secrets = object(secretPart);
        String hash = text(secrets, "hash");
        return secrets.has("inner") ? LegacyHash.parse(hash, text(secrets, "inner")) : LegacyHash.parse(hash);
    }

    /** The object in a text; an empty one if there is none. */
    private static ObjectNode object(String json) {
        try {
            JsonNode read = JsonSerialization.readValue(json == null ? "" : json, JsonNode.class);
            if (read instanceof ObjectNode object) return object;
        } catch (IOException unreadable) {
            // Its message would repeat a part of what may be a secret.
        }
        return JsonSerialization.createObjectNode();
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.get(field).textValue() : "";
    }
}
