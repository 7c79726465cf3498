package be.itschool.portal.notice;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticator;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's own step for a recovery code, after which the person is told that one was used. Java, since Keycloak has
 * no event for it. It takes the place of Keycloak's, whose name it has: by that name Keycloak finds out whether
 * recovery codes are in use, to offer them after an app was set up.
 */
public final class RecoveryCodeForm extends RecoveryAuthnCodesFormAuthenticatorFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoveryAuthnCodesFormAuthenticator(session) {
            @Override
            public void action(AuthenticationFlowContext context) {
                super.action(context);
                if (context.getStatus() != FlowStatus.SUCCESS) return;
                NoticeMail.send(context.getSession(), context.getRealm(), context.getUser(), Notice.RECOVERY_CODE_USED, "");
            }
        };
    }
}
