package be.itschool.portal.notice;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.RealmModel;

/**
 * Something about the ways into an account of which its owner is told. Java, since only listeners inside Keycloak are
 * told its events.
 *
 * @param kind what a realm can do without
 * @param words what the theme's template for it is called, and its messages begin with
 */
record Notice(String kind, String words) {
    static final Notice RECOVERY_CODE_USED = new Notice("recoveryCodes", "noticeRecoveryCodeUsed");
    static final Notice LINKED = new Notice("microsoft", "noticeLinked");
    static final Notice UNLINKED = new Notice("microsoft", "noticeUnlinked");

    /** The realm's attribute with the kinds that are told, separated by commas; without it nobody is told anything. */
    private static final String WANTED = "portal.notices";

    /** By type of event and of credential. Beside these Keycloak tells older ones, such as UPDATE_TOTP, of the same things. */
    private static final Map<String, Notice> BY_EVENT = Map.of(
            "UPDATE_CREDENTIAL password", new Notice("newPassword", "noticePasswordChosen"),
            "UPDATE_CREDENTIAL otp", new Notice("secondFactor", "noticeAppAdded"),
            "REMOVE_CREDENTIAL otp", new Notice("secondFactor", "noticeAppRemoved"),
            "UPDATE_CREDENTIAL webauthn", new Notice("secondFactor", "noticePasskeyAdded"),
            "REMOVE_CREDENTIAL webauthn", new Notice("secondFactor", "noticePasskeyRemoved"),
            "UPDATE_CREDENTIAL webauthn-passwordless", new Notice("secondFactor", "noticePasskeyAdded"),
            "REMOVE_CREDENTIAL webauthn-passwordless", new Notice("secondFactor", "noticePasskeyRemoved"),
            "UPDATE_CREDENTIAL recovery-authn-codes", new Notice("recoveryCodes", "noticeRecoveryCodesMade"),
            "REMOVE_CREDENTIAL recovery-authn-codes", new Notice("recoveryCodes", "noticeRecoveryCodesRemoved"));

    /** What an event says of the ways into an account, if it does. */
    static Optional<Notice> of(Event event) {
        if (event.getDetails() == null) return Optional.empty();
        return Optional.ofNullable(BY_EVENT.get(event.getType() + " " + event.getDetails().get(Details.CREDENTIAL_TYPE)));
    }

    /** Whether a realm wants its people told. A Keycloak may have other realms, which say nothing of it. */
    boolean isWanted(RealmModel realm) {
        String wanted = realm.getAttribute(WANTED);
        return wanted != null && Arrays.asList(wanted.split(",")).contains(kind);
    }
}
