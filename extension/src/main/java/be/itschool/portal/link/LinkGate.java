package be.itschool.portal.link;

import be.itschool.portal.school.Gate;
import java.util.Set;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.Constants;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets nobody in by an identity provider for whom the flow after it has not ended, or whose link was taken away
 * meanwhile. Java, since Keycloak lets them: the note that the flow has ended stays when somebody else comes back from
 * the provider in the same tab, and asks for the next step at once.
 *
 * <p>Nor anybody but the person whose sign-in has ended: while an account is linked at that person's own wish, Keycloak
 * opens the sign-in again, and another one can be put in their place. Nor anybody by a link in a mail alone.
 */
public final class LinkGate extends Gate {
    private static final String ID = "linked-sign-in";
    private static final String PERSON = "linked-sign-in.person";
    private static final Set<String> LINKS_OF_FLOWS = Set.of(ResetCredentialsActionToken.TOKEN_TYPE, LinkToken.TYPE);
    private static final Set<String> SECOND_FACTORS =
            Set.of(OTPCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_TWOFACTOR, RecoveryAuthnCodesCredentialModel.TYPE);

    /** Made by Keycloak, once. */
    public LinkGate() { super(ID, "Linked sign-in"); }

    /** Whether a realm is a portal: a Keycloak may have other realms, which do as they like. */
    public static boolean isIn(RealmModel realm) {
        RequiredActionProviderModel gate = realm.getRequiredActionProviderByAlias(ID);
        return gate != null && gate.isEnabled();
    }

    /** Whether this is the person for whom a sign-in has ended, all that was asked for being given. */
    static boolean isSignedIn(AuthenticationSessionModel signIn, UserModel user) { return user.getId().equals(signIn.getAuthNote(PERSON)); }

    @Override
    public void postInit(KeycloakSessionFactory factory) { factory.register(new LinkGuard()); }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        // Asked first when a sign-in has ended, and forgotten when it starts over.
        if (signIn.getAuthNote(PERSON) == null && !isByMailAlone(signIn, context.getUser())) signIn.setAuthNote(PERSON, context.getUser().getId());
        super.evaluateTriggers(context);
    }

    /**
     * Whether a link in a mail, such as an invitation's, has led here by itself, and a session is to come of it or there
     * is a second factor by now. Keycloak lets it go on in another sign-in of the browser, or in its own once that was
     * started over, and asks for a second factor in neither. A link of a flow is but one step of it.
     */
    private static boolean isByMailAlone(AuthenticationSessionModel signIn, UserModel user) {
        String link = signIn.getAuthNote(Constants.KEY);
        if (link == null) return false;
        try {
            String type = TokenVerifier.create(link, DefaultActionTokenKey.class).getToken().getActionId();
            if (LINKS_OF_FLOWS.contains(type)) return false;
        } catch (VerificationException unreadable) {
            return true;
        }
        boolean isToEndHere = signIn.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null;
        return !isToEndHere || SECOND_FACTORS.stream().anyMatch(user.credentialManager()::isConfiguredFor);
    }

    @Override
    protected boolean isShut(RequiredActionContext context) {
        if (!isSignedIn(context.getAuthenticationSession(), context.getUser())) return true;
        String alias = context.getAuthenticationSession().getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        if (alias == null) return false;
        IdentityProviderModel provider = context.getSession().identityProviders().getByAlias(alias);
        boolean isLinked = context.getSession().users().getFederatedIdentity(context.getRealm(), context.getUser(), alias) != null;
        if (provider == null || !isLinked) return true;
        boolean hasFlowAfter = provider.getPostBrokerLoginFlowId() != null;
        return hasFlowAfter && !SecondFactorSettled.isFor(context.getAuthenticationSession(), context.getUser());
    }

    @Override
    protected void show(RequiredActionContext context) {
        context.getEvent().clone().user(context.getUser()).detail("reason", "link_or_second_factor_missing").error(Errors.ACCESS_DENIED);
        context.challenge(startAfresh(context.getSession(), context.getAuthenticationSession()));
    }

    @Override protected void answer(RequiredActionContext context, String method) {}
}
