package be.itschool.portal.device;

import be.itschool.portal.school.Gate;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keeps a session in which a device stood in for the second factor to the schools' applications, and has a device
 * remembered when a sign-in has ended in which that was wanted. Java, since Keycloak takes such a session for any other,
 * and for five minutes lets it remove the second factor.
 */
public final class DeviceGate extends Gate {
    private static final String FOUND_NOTE = "device.found";

    /** Made by Keycloak, once. */
    public DeviceGate() { super("remembered-device", "Remembered device"); }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        DeviceUnknown.timeIn(signIn).filter(time -> OfferingFactor.isWanted(signIn, context.getUser()))
                .ifPresent(time -> RememberedDevice.remember(context.getSession(), context.getUser(), time));
        super.evaluateTriggers(context);
    }

    @Override
    protected boolean isShut(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        // Looked up once: whoever has the browser can take that session's cookie away while a page is open.
        if (AuthenticatorUtil.isSSOAuthentication(signIn) && signIn.getAuthNote(FOUND_NOTE) == null) {
            AuthResult found = AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
            signIn.setAuthNote(FOUND_NOTE, String.valueOf(found != null && DeviceUnknown.isNoted(found.session().getNotes())));
        }
        return DeviceUnknown.isMoreThanSchool(signIn, context.getUser()) && Boolean.parseBoolean(signIn.getAuthNote(FOUND_NOTE));
    }

    @Override protected void show(RequiredActionContext context) { context.challenge(startAfresh(context.getSession(), context.getAuthenticationSession())); }
    @Override protected void answer(RequiredActionContext context, String method) {}
}
