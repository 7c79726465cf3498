package be.itschool.portal.notice;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.RealmModel;

/**
 * Something about the ways into an account of which its owner is told. Java, since only listeners inside Keycloak are
 * told its events. A realm can do without each kind; the theme's template and messages begin with the words.
 */
record Notice(String kind, String words) {
    static final Notice RECOVERY_CODE_USED = new Notice("recoveryCodes", "noticeRecoveryCodeUsed");
    static final Notice LINKED = new Notice("microsoft", "noticeLinked");
    static final Notice UNLINKED = new Notice("microsoft", "noticeUnlinked");

    /** By type of event and of credential. Beside these Keycloak tells older ones, such as UPDATE_TOTP, of the same things. */
    private static final Map<String, Notice> BY_EVENT = Map.of(
            "UPDATE_CREDENTIAL password", new Notice("newPassword", "noticePasswordChosen"),
            "UPDATE_CREDENTIAL otp", new Notice("secondFactor", "noticeAppAdded"),
            "REMOVE_CREDENTIAL otp", new Notice("secondFactor", "noticeAppRemoved"),
            "UPDATE_CREDENTIAL webauthn", new Notice("secondFactor", "noticePasskeyAdded"),
            "REMOVE_CREDENTIAL webauthn", new Notice("secondFactor", "noticePasskeyRemoved"),
            "UPDATE_CREDENTIAL recovery-authn-codes", new Notice("recoveryCodes", "noticeRecoveryCodesMade"),
            "REMOVE_CREDENTIAL recovery-authn-codes", new Notice("recoveryCodes", "noticeRecoveryCodesRemoved"));

    /** What an event says of the ways into an account, if it does. */
    static Optional<Notice> of(Event event) {
        if (event.getDetails() == null) return Optional.empty();
        String told = event.getType() + " " + event.getDetails().get(Details.CREDENTIAL_TYPE);
        return Optional.ofNullable(BY_EVENT.get(told.replace("webauthn-passwordless", "webauthn")));
    }

    /** Whether a realm wants its people told: then its attribute {@code portal.notices} has the kind, among others. */
    boolean isWanted(RealmModel realm) {
        String wanted = realm.getAttribute("portal.notices");
        return wanted != null && Arrays.asList(wanted.split(",")).contains(kind);
    }
}
