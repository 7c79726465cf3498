package be.itschool.portal.link;

import be.itschool.portal.school.Gate;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.IdentityProviderModel;

/**
 * Lets nobody in by an identity provider for whom the flow after it has not ended, or whose link was taken away
 * meanwhile. Java, since Keycloak lets them: the note that the flow has ended stays when somebody else comes back from
 * the provider in the same tab, and asks for the next step at once.
 */
public final class LinkGate extends Gate {
    /** Made by Keycloak, once. */
    public LinkGate() { super("linked-sign-in", "Linked sign-in"); }

    @Override
    protected boolean isShut(RequiredActionContext context) {
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
