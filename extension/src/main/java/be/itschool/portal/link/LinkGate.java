package be.itschool.portal.link;

import be.itschool.portal.school.Gate;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets nobody in by an identity provider for whom the flow after it has not ended, or whose link was taken away
 * meanwhile. Java, since Keycloak lets them: the note that the flow has ended stays when somebody else comes back from
 * the provider in the same tab, and asks for the next step at once.
 *
 * <p>Nor anybody but the person whose sign-in has ended: while an account is linked at that person's own wish, Keycloak
 * opens the sign-in again, and another one can be put in their place.
 */
public final class LinkGate extends Gate {
    private static final String ID = "linked-sign-in";
    private static final String PERSON = "linked-sign-in.person";

    /** Made by Keycloak, once. */
    public LinkGate() { super(ID, "Linked sign-in"); }

    /** Whether a realm is a portal: a Keycloak may have other realms, which link as they like. */
    static boolean isIn(RealmModel realm) {
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
        if (signIn.getAuthNote(PERSON) == null) signIn.setAuthNote(PERSON, context.getUser().getId());
        super.evaluateTriggers(context);
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
