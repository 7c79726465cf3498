package be.itschool.portal.device;

import be.itschool.portal.link.FixedStep;
import java.time.Duration;
import java.util.List;
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
 * True on a device that does not remember the person, and wherever something is to be set up or removed: who sits at
 * such a device could take the second factor away with a password alone. Java, since Keycloak has no such condition.
 */
public final class DeviceUnknown implements FixedStep, ConditionalAuthenticator, ConditionalAuthenticatorFactory {
    private static final String DAYS = "days";
    private static final String DAYS_NOTE = "device.days";

    /** How long the device may be remembered in this sign-in; empty where nothing says so. */
    static Optional<Duration> timeIn(AuthenticationSessionModel signIn) {
        return Optional.ofNullable(signIn.getAuthNote(DAYS_NOTE)).map(Long::parseLong).map(Duration::ofDays);
    }

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        String days = context.getAuthenticatorConfig().getConfig().get(DAYS);
        signIn.setAuthNote(DAYS_NOTE, days);
        return signIn.getClientNote(Constants.KC_ACTION) != null
                || !RememberedDevice.isOf(context.getSession(), context.getUser(), Duration.ofDays(Long.parseLong(days)));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        String help = "For so many days the second factor is not asked for again on a device that is remembered.";
        return List.of(new ProviderConfigProperty(DAYS, "Days", help, ProviderConfigProperty.INTEGER_TYPE, null));
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
