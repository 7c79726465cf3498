package be.itschool.portal.notice;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The mail that tells somebody of a notice, once what it tells of is in the database for good. Java, since only
 * Keycloak's own transaction knows when that is. The provider is the other end of a link as people know it, else "".
 */
record NoticeMail(String realmId, String userId, Notice notice, String provider, Date at, Locale language) {
    /** Sends the mail when, and only if, this request's transaction succeeds; not where the realm does not want it. */
    static void send(KeycloakSession session, RealmModel realm, UserModel user, Notice notice, String provider) {
        if (!notice.isWanted(realm)) return;
        // What an administrator's own browser speaks says nothing of the person.
        Locale language = session.getContext().resolveLocale(user, session.getContext().getUri().getPath().startsWith("/admin/"));
        NoticeMail mail = new NoticeMail(realm.getId(), user.getId(), notice, provider, new Date(Time.currentTimeMillis()), language);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override protected void commitImpl() { mail.leave(session.getKeycloakSessionFactory()); }
            @Override protected void rollbackImpl() {}
        });
    }

    /** What the person did is done, and must not look as if it had failed. */
    private void leave(KeycloakSessionFactory factory) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, this::leave);
        } catch (RuntimeException failure) {
            Logger.getLogger(NoticeMail.class).errorf(failure, "The mail %s to the account %s was not sent", notice.words(), userId);
        }
    }

    private void leave(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, userId);
        // An address that nobody has proven may be a stranger's.
        if (user == null || !user.isEnabled() || !user.isEmailVerified() || user.getEmail() == null) return;
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, language.toLanguageTag());
        try {
            session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(user)
                    .send(notice.words() + "Subject", List.of(provider), notice.words() + ".ftl", new HashMap<>(Map.of("at", at, "provider", provider)));
        } catch (EmailException unreachable) {
            throw new IllegalStateException("No mail server has taken it", unreachable);
        }
    }
}
