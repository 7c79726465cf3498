package be.itschool.portal.link;

import java.util.Optional;
import java.util.UUID;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One attempt to link one account at Microsoft to one account here. Java, since it lives in the sign-in, whose notes
 * Keycloak forgets when it starts over: what was proven for one attempt is worth nothing for another.
 *
 * <p>Keycloak's own proof is tied to the name of the account at Microsoft, which its owner chooses, and in another
 * browser to nothing at all of it: its provider for Microsoft sets no broker user id.
 *
 * @param id random; the mails of this attempt hold it
 * @param userId of the account here
 * @param address that account's, by which it was found; a proof of it is worth nothing once the school has changed it
 * @param accountId of the account at Microsoft
 */
record LinkAttempt(UUID id, String userId, String address, String accountId) {
    private static final String ID = "link.attempt";
    private static final String USER = "link.user";
    private static final String ADDRESS = "link.address";
    private static final String ACCOUNT = "link.account";
    private static final String PROVEN = "link.proven";

    static void begin(AuthenticationSessionModel signIn, UserModel user, BrokeredIdentityContext account) {
        signIn.setAuthNote(ID, UUID.randomUUID().toString());
        signIn.setAuthNote(USER, user.getId());
        signIn.setAuthNote(ADDRESS, user.getEmail());
        signIn.setAuthNote(ACCOUNT, account.getId());
        signIn.removeAuthNote(PROVEN);
    }

    /** Absent where a sign-in has begun none, or none for this account at Microsoft. */
    static Optional<LinkAttempt> of(AuthenticationSessionModel signIn, BrokeredIdentityContext account) {
        if (signIn.getAuthNote(ID) == null || !account.getId().equals(signIn.getAuthNote(ACCOUNT))) return Optional.empty();
        return Optional.of(new LinkAttempt(UUID.fromString(signIn.getAuthNote(ID)), signIn.getAuthNote(USER), signIn.getAuthNote(ADDRESS), account.getId()));
    }

    /** Whether a link in a mail belongs to what this sign-in attempts now. */
    static boolean isOf(AuthenticationSessionModel signIn, LinkToken token) {
        return token.getActionVerificationNonce().toString().equals(signIn.getAuthNote(ID)) && token.getUserId().equals(signIn.getAuthNote(USER));
    }

    /** The link in the mail was opened, and confirmed. */
    static void prove(AuthenticationSessionModel signIn) { signIn.setAuthNote(PROVEN, signIn.getAuthNote(ID)); }

    static boolean isProven(AuthenticationSessionModel signIn) {
        return signIn.getAuthNote(ID) != null && signIn.getAuthNote(ID).equals(signIn.getAuthNote(PROVEN));
    }

    /** Whether the mailbox of this person has said yes to this account at Microsoft. */
    static boolean isProvenFor(AuthenticationSessionModel signIn, UserModel user, String accountId) {
        return isProven(signIn) && user.getId().equals(signIn.getAuthNote(USER)) && accountId.equals(signIn.getAuthNote(ACCOUNT));
    }

    /** The account here, as long as it may be signed in to and has the same address. */
    Optional<UserModel> user(KeycloakSession session) {
        return Optional.ofNullable(session.users().getUserById(session.getContext().getRealm(), userId))
                .filter(user -> user.isEnabled() && address.equals(user.getEmail()));
    }
}
