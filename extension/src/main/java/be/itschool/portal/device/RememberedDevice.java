package be.itschool.portal.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.keycloak.common.util.Base64Url;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.resources.RealmsResource;

/**
 * What a browser keeps of a person who wants no second factor to be asked for on it: whose it is, since when, and what
 * the person signed in with then. Signed with the realm's own key. A browser keeps one for each person who uses it.
 * Java, since only Keycloak can sign so that it knows its own word again.
 *
 * <p>It is worth nothing any more as soon as the person has another password, or one second factor more or less, and
 * after an administrator has signed the person out everywhere.
 */
final class RememberedDevice extends JsonWebToken {
    private static final long serialVersionUID = 1;
    private static final String COOKIE = "PORTAL_DEVICE_";
    /** Keycloak signs much with the same key: cookies, links in mails. */
    private static final String TYPE = "remembered-device";

    /** A digest of all that the person could sign in with. */
    @JsonProperty("credentials") private String credentials;

    /** Lets the browser of this request remember a person. */
    static void remember(KeycloakSession session, UserModel user, Duration time) {
        RememberedDevice device = new RememberedDevice();
        device.type(TYPE).subject(user.getId()).issuedNow();
        device.credentials = credentialsOf(user);
        KeycloakContext context = session.getContext();
        String path = RealmsResource.realmBaseUrl(context.getUri()).path("/").build(context.getRealm().getName()).getRawPath();
        // Not the strict one: whoever comes back from Microsoft comes from elsewhere.
        NewCookie.Builder cookie = new NewCookie.Builder(COOKIE + user.getId()).httpOnly(true).secure(true).sameSite(NewCookie.SameSite.LAX);
        context.getHttpResponse()
                .setCookieIfAbsent(cookie.value(session.tokens().encode(device)).path(path).maxAge((int) time.toSeconds()).build());
    }

    /** Whether the browser of this request has remembered this very person, no longer ago than that, and it still holds. */
    static boolean isOf(KeycloakSession session, UserModel user, Duration time) {
        RealmModel realm = session.getContext().getRealm();
        Cookie cookie = session.getContext().getHttpRequest().getHttpHeaders().getCookies().get(COOKIE + user.getId());
        RememberedDevice device = cookie == null ? null : session.tokens().decode(cookie.getValue(), RememberedDevice.class);
        if (device == null || !TYPE.equals(device.getType()) || !user.getId().equals(device.getSubject())) return false;
        long since = device.getIat();
        boolean isSignedOut = since <= realm.getNotBefore() || since <= session.users().getNotBeforeOfUser(realm, user);
        return !isSignedOut && Time.currentTimeMillis() / 1000 - since < time.toSeconds() && credentialsOf(user).equals(device.credentials);
    }

    /** Which credentials there are, and since when; not what changes with their use. */
    private static String credentialsOf(UserModel user) {
        String all = user.credentialManager().getStoredCredentialsStream()
                .map(one -> one.getType() + " " + one.getId() + " " + one.getCreatedDate())
                .sorted()
                .collect(Collectors.joining("\n"));
        return Base64Url.encode(HashUtils.hash(JavaAlgorithm.SHA256, all.getBytes(StandardCharsets.UTF_8)));
    }
}
