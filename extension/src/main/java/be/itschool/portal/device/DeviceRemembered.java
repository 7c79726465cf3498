package be.itschool.portal.device;

import be.itschool.portal.link.FixedStep;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands at the end of a flow, and has the device remembered of which that was wanted beside the second factor. At the
 * end, since by then nothing else of the sign-in is open. Java, since Keycloak has no such step.
 */
public final class DeviceRemembered implements FixedStep {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (OfferingFactor.isWanted(signIn, context.getUser())) {
            DeviceUnknown.timeIn(signIn).ifPresent(time -> RememberedDevice.remember(context.getSession(), context.getUser(), time));
        }
        context.success();
    }

    @Override public boolean requiresUser() { return true; }
    @Override public String getId() { return "device-remembered"; }
    @Override public String getDisplayType() { return "Device Remembered"; }
    @Override public String getHelpText() { return "Has the device remembered where that was wanted beside the second factor."; }
}
