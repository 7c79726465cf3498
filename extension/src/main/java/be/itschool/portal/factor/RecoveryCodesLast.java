package be.itschool.portal.factor;

import be.itschool.portal.school.Gate;
import java.util.List;
import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Puts recovery codes behind whatever else a person is asked for: at each sign-in, and as soon as something was set up.
 * It stops nobody. Java, since Keycloak asks first for what was set up first, and so for the codes on paper of whoever
 * has another phone and has removed the old one.
 */
public final class RecoveryCodesLast extends Gate {
    private static final Set<String> FACTORS =
            Set.of(OTPCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_TWOFACTOR, RecoveryAuthnCodesCredentialModel.TYPE);

    /** Made by Keycloak, once. */
    public RecoveryCodesLast() { super("recovery-codes-last", "Recovery codes last"); }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        SubjectCredentialManager credentials = context.getUser().credentialManager();
        List<CredentialModel> factors = credentials.getStoredCredentialsStream().filter(one -> FACTORS.contains(one.getType())).toList();
        factors.stream()
                .filter(one -> RecoveryAuthnCodesCredentialModel.TYPE.equals(one.getType()))
                .map(CredentialModel::getId)
                .filter(id -> !id.equals(factors.get(factors.size() - 1).getId()))
                .forEach(id -> credentials.moveStoredCredentialTo(id, factors.get(factors.size() - 1).getId()));
        super.evaluateTriggers(context);
    }

    @Override protected boolean isShut(RequiredActionContext context) { return false; }
    @Override protected void show(RequiredActionContext context) { context.success(); }
    @Override protected void answer(RequiredActionContext context, String method) {}
}
