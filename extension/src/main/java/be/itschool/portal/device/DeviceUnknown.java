package be.itschool.portal.device;

import be.itschool.portal.link.FixedStep;
import be.itschool.portal.school.School;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * True on a device that does not remember the person, and wherever there is more than a school: whoever sits at such a
 * device could take the second factor away with a password alone. Java, since Keycloak has no such condition.
 */
public final class DeviceUnknown implements FixedStep, ConditionalAuthenticator, ConditionalAuthenticatorFactory {
    private static final String DAYS = "days";
    private static final String DAYS_NOTE = "device.days";
    /** On a session too: whether a device stood in for the second factor. */
    private static final String KNOWN_NOTE = "device.known";

    /** How long the device may be remembered in this sign-in; empty where nothing says so. */
    static Optional<Duration> timeIn(AuthenticationSessionModel signIn) {
        return Optional.ofNullable(signIn.getAuthNote(DAYS_NOTE)).map(Long::parseLong).map(Duration::ofDays);
    }

    /** Whether the notes of a session say that a device stood in for the second factor. */
    static boolean isNoted(Map<String, String> notes) { return Boolean.parseBoolean(notes.get(KNOWN_NOTE)); }

    /** Whether somebody comes to set up or to remove something, is asked to by Keycloak, or comes to another client than a school. */
    static boolean isMoreThanSchool(AuthenticationSessionModel signIn, UserModel user) {
        boolean isAction = signIn.getClientNote(Constants.KC_ACTION) != null || user.getRequiredActionsStream().findAny().isPresent();
        return isAction || School.of(signIn.getClient()).isEmpty();
    }

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        String days = context.getAuthenticatorConfig().getConfig().get(DAYS);
        signIn.setAuthNote(DAYS_NOTE, days);
        Duration time = Duration.ofDays(Long.parseLong(days));
        boolean isKnown = !isMoreThanSchool(signIn, context.getUser()) && RememberedDevice.isOf(context.getSession(), context.getUser(), time);
        signIn.setUserSessionNote(KNOWN_NOTE, String.valueOf(isKnown));
        return !isKnown;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(new ProviderConfigProperty(DAYS, "Days", "How long a device is remembered.", ProviderConfigProperty.INTEGER_TYPE, null));
    }

    @Override public ConditionalAuthenticator create(KeycloakSession session) { return this; }
    @Override public ConditionalAuthenticator getSingleton() { return this; }
    @Override public void authenticate(AuthenticationFlowContext context) {}
    @Override public boolean isConfigurable() { return true; }
    @Override public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) { return true; }
    @Override public boolean requiresUser() { return true; }
    @Override public String getReferenceCategory() { return REFERENCE_CATEGORY; }
    @Override public String getId() { return "condition-device-unknown"; }
    @Override public String getDisplayType() { return "Condition - device unknown"; }
    @Override public String getHelpText() { return "True on a device that does not remember the person."; }
}
