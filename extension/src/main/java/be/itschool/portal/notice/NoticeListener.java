package be.itschool.portal.notice;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Has people told by mail when something changes about the ways into their account. Java, since Keycloak's own listener
 * for it, {@code email}, is set for a whole server, and knows nothing of linked accounts.
 */
public final class NoticeListener implements EventListenerProviderFactory {
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override public void onEvent(Event event) { Notice.of(event).ifPresent(notice -> hear(notice, session, event)); }
            // Support tells people itself what it has done: portail people.
            @Override public void onEvent(AdminEvent event, boolean includeRepresentation) {}
            @Override public void close() {}
        };
    }

    private static void hear(Notice notice, KeycloakSession session, Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        NoticeMail.send(session, realm, session.users().getUserById(realm, event.getUserId()), notice, "");
    }

    /** Links are heard of where they are kept: each is told once, whoever makes or removes it, an administrator too. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(told -> {
            if (told instanceof FederatedIdentityCreatedEvent made) {
                hear(Notice.LINKED, made.getKeycloakSession(), made.getRealm(), made.getUser(), made.getFederatedIdentity());
            } else if (told instanceof FederatedIdentityRemovedEvent gone) {
                hear(Notice.UNLINKED, gone.getKeycloakSession(), gone.getRealm(), gone.getUser(), gone.getFederatedIdentity());
            }
        });
    }

    private static void hear(Notice notice, KeycloakSession session, RealmModel realm, UserModel user, FederatedIdentityModel link) {
        if (!isAskedFor(session)) return;
        String name = Optional.ofNullable(session.identityProviders().getByAlias(link.getIdentityProvider()))
                .map(provider -> KeycloakModelUtils.getIdentityProviderDisplayName(session, provider))
                .orElse(link.getIdentityProvider());
        NoticeMail.send(session, realm, user, notice, name);
    }

    /** An account that is imported brings its links with it, which is told nobody. */
    private static boolean isAskedFor(KeycloakSession session) {
        try {
            String path = session.getContext().getUri().getPath();
            return !path.startsWith("/admin/") || path.contains("/federated-identity/");
        } catch (RuntimeException withoutRequest) {
            return false;
        }
    }

    @Override public String getId() { return "portal-notices"; }
    @Override public void init(Config.Scope config) {}
    @Override public void close() {}
}
