package be.itschool.portal.school;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Something that stands at the end of every sign-in, whichever way somebody came: form, cookie, mail link or identity
 * provider. Java, since only a required action stands behind all of them.
 *
 * <p>It is looked at anew each time, belongs to the sign-in rather than to the account, and nobody can ask for it:
 * Keycloak passes over an action that is asked for ({@code kc_action}) and does not allow that, so the wish is
 * forgotten before Keycloak sees it.
 */
public abstract class Gate implements RequiredActionProvider, RequiredActionFactory {
    private final String id;
    private final String displayText;

    protected Gate(String id, String displayText) {
        this.id = id;
        this.displayText = displayText;
    }

    /** True while this sign-in may not go on. */
    protected abstract boolean isShut(RequiredActionContext context);

    /** Says so, and why, where the person can go from here. */
    protected abstract void show(RequiredActionContext context);

    /** Does what was pressed on that page, or nothing; {@code method} is the form's, or empty where it has none. */
    protected abstract void answer(RequiredActionContext context, String method);

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (id.equals(signIn.getClientNote(Constants.KC_ACTION))) signIn.removeClientNote(Constants.KC_ACTION);
        if (isShut(context)) signIn.addRequiredAction(id);
        else signIn.removeRequiredAction(id);
    }

    @Override
    public final void requiredActionChallenge(RequiredActionContext context) {
        // What shut it may have changed while its page was open.
        if (isShut(context)) show(context);
        else context.success();
    }

    @Override
    public final void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (isShut(context)) answer(context, Optional.ofNullable(form.getFirst("method")).orElse(""));
        // An answer that leads nowhere leaves the person where they are.
        if (context.getStatus() == null) requiredActionChallenge(context);
    }

    /** One of the extension's own pages, which may name the school. */
    protected static Response page(RequiredActionContext context, String template) {
        School.of(context.getAuthenticationSession().getClient())
                .ifPresent(school -> context.form().setAttribute("school", Map.of("name", school.name())));
        return context.form().createForm(template);
    }

    /** Keycloak's own way to start over, which signs out whoever is signed in: it lets nobody else in beside them. */
    public static Response startAfresh(KeycloakSession session, AuthenticationSessionModel signIn) {
        boolean staysSignedIn = false;
        String client = signIn.getClient().getClientId();
        String data = AuthenticationProcessor.getClientData(session, signIn);
        URI base = session.getContext().getUri().getBaseUri();
        String realm = signIn.getRealm().getName();
        return Response.seeOther(Urls.realmLoginRestartPage(base, realm, client, signIn.getTabId(), data, staysSignedIn)).build();
    }

    // One serves all, since it holds nothing of a request; and nothing is set, since schools are set on their clients.
    @Override public final RequiredActionProvider create(KeycloakSession session) { return this; }
    @Override public final String getId() { return id; }
    @Override public final String getDisplayText() { return displayText; }
    @Override public final void init(Config.Scope config) {}
    @Override public void postInit(KeycloakSessionFactory factory) {}
    @Override public final void close() {}
}
