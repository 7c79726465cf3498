package be.itschool.portal.link;

import be.itschool.portal.school.School;
import be.itschool.portal.signin.LandingPage;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.keycloak.authentication.actiontoken.DefaultActionToken;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the link in the mail says, signed by Keycloak. Java, since only Keycloak can sign and check it. */
public final class LinkToken extends DefaultActionToken {
    static final String TYPE = "school-link";

    private static final long serialVersionUID = 1L;
    private static final String ACCOUNT_NAME = "account";
    private static final String PROVIDER_NAME = "provider";
    private static final String ASKED_AT = "asked";
    private static final String ORIGIN = "origin";

    /** For Keycloak, which reads one from a link. */
    public LinkToken() {}

    private LinkToken(UserModel user, int expiresAt, LinkAttempt attempt, AuthenticationSessionModel signIn) {
        super(user.getId(), TYPE, expiresAt, attempt.id(), compoundId(signIn));
        setEmail(user.getEmail());
        issuedFor(signIn.getClient().getClientId());
    }

    /** A link for the mail of one attempt; valid as long as the realm's links are. */
    static LinkToken of(LinkAttempt attempt, UserModel user, AuthenticationSessionModel signIn, BrokeredIdentityContext account, String provider) {
        int now = (int) Time.currentTimeSeconds();
        LinkToken token = new LinkToken(user, now + lifespan(signIn.getRealm()), attempt, signIn);
        token.setNote(ACCOUNT_NAME, LinkStep.nameOf(account));
        token.setNote(PROVIDER_NAME, provider);
        token.setNote(ASKED_AT, String.valueOf(now));
        return token;
    }

    /** How long it is valid, in seconds. */
    static int lifespan(RealmModel realm) { return realm.getActionTokenGeneratedByUserLifespan(TYPE); }

    /** What the account at Microsoft is called there. */
    String accountName() { return getNote(ACCOUNT_NAME); }

    String providerName() { return getNote(PROVIDER_NAME); }

    /** When the mail was asked for, as people in Belgium write it, {@code 31/05/2025 07:02}. */
    String askedAt(Locale locale) {
        ZonedDateTime there = Instant.ofEpochSecond(Long.parseLong(getNote(ASKED_AT))).atZone(School.BELGIUM);
        return LandingPage.date(there.toLocalDate(), locale) + there.format(DateTimeFormatter.ofPattern(" HH:mm"));
    }

    /** True once it was moved to the browser in which the mail is read, where that is another. */
    boolean isMoved() { return getNote(ORIGIN) != null; }

    /** The same for the browser in which the mail is read: there it is to be confirmed first. */
    void moveTo(AuthenticationSessionModel elsewhere) {
        if (!isMoved()) setNote(ORIGIN, getCompoundAuthenticationSessionId());
        setCompoundAuthenticationSessionId(compoundId(elsewhere));
    }

    /** The sign-in that asked for the mail; null once it is over. */
    AuthenticationSessionModel signIn(AuthenticationSessionManager signIns, RealmModel realm) {
        AuthenticationSessionCompoundId id =
                AuthenticationSessionCompoundId.encoded(isMoved() ? getNote(ORIGIN) : getCompoundAuthenticationSessionId());
        return signIns.getAuthenticationSessionByIdAndClient(realm, id.getRootSessionId(), realm.getClientById(id.getClientUUID()), id.getTabId());
    }

    private static String compoundId(AuthenticationSessionModel signIn) {
        return AuthenticationSessionCompoundId.fromAuthSession(signIn).getEncodedId();
    }
}
