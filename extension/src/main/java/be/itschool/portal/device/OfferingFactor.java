package be.itschool.portal.device;

import be.itschool.portal.link.FixedStep;
import be.itschool.portal.notice.RecoveryCodeForm;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One of Keycloak's own second factors, on whose page one can have the device remembered. Java, since each of its
 * pages must offer that, also the one after a wrong code, and each is shown by such a class alone.
 */
public abstract class OfferingFactor implements FixedStep, CredentialValidator<CredentialProvider<?>> {
    /** What the page's box is called, and what tells the page for how many days. */
    private static final String FIELD = "rememberDevice";
    private static final String PERSON = "device.person";
    private final AuthenticatorFactory keycloaks;

    private OfferingFactor(AuthenticatorFactory keycloaks) { this.keycloaks = keycloaks; }

    /** A code of an authenticator app. */
    public static final class Code extends OfferingFactor { public Code() { super(new OTPFormAuthenticatorFactory()); } }
    /** A passkey, beside the password. */
    public static final class Passkey extends OfferingFactor { public Passkey() { super(new WebAuthnAuthenticatorFactory()); } }
    /** A code on paper. */
    public static final class RecoveryCode extends OfferingFactor { public RecoveryCode() { super(new RecoveryCodeForm()); } }

    /** Whether this person has given a second factor in this sign-in, and wants the device to be remembered. */
    static boolean isWanted(AuthenticationSessionModel signIn, UserModel user) { return user.getId().equals(signIn.getAuthNote(PERSON)); }

    @Override public void authenticate(AuthenticationFlowContext context) { offering(context).authenticate(context); }

    @Override
    public void action(AuthenticationFlowContext context) {
        offering(context).action(context);
        boolean isWanted = "on".equals(context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD));
        if (context.getStatus() == FlowStatus.SUCCESS && isWanted) context.getAuthenticationSession().setAuthNote(PERSON, context.getUser().getId());
    }

    private Authenticator offering(AuthenticationFlowContext context) {
        DeviceUnknown.timeIn(context.getAuthenticationSession()).ifPresent(time -> context.form().setAttribute(FIELD, time.toDays()));
        return keycloaks.create(context.getSession());
    }

    @Override
    public CredentialProvider<?> getCredentialProvider(KeycloakSession session) {
        return ((CredentialValidator<?>) keycloaks.create(session)).getCredentialProvider(session);
    }

    @Override public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) { return keycloaks.create(session).configuredFor(session, realm, user); }

    // Keycloak's table has room for 36 letters, which is what the longest of them has.
    @Override public String getId() { return "device-" + keycloaks.getId(); }
    @Override public String getDisplayType() { return keycloaks.getDisplayType() + ", and the device remembered"; }
    @Override public String getHelpText() { return keycloaks.getHelpText(); }
    @Override public String getReferenceCategory() { return keycloaks.getReferenceCategory(); }
    @Override public Requirement[] getRequirementChoices() { return keycloaks.getRequirementChoices(); }
    @Override public boolean requiresUser() { return true; }
}
