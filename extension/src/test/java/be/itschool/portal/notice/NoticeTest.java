package be.itschool.portal.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

/** Of which events people are told. */
class NoticeTest {
    @ParameterizedTest
    @CsvSource({
        "UPDATE_CREDENTIAL, password, noticePasswordChosen, newPassword",
        "UPDATE_CREDENTIAL, otp, noticeAppAdded, secondFactor",
        "REMOVE_CREDENTIAL, otp, noticeAppRemoved, secondFactor",
        "UPDATE_CREDENTIAL, webauthn, noticePasskeyAdded, secondFactor",
        "UPDATE_CREDENTIAL, webauthn-passwordless, noticePasskeyAdded, secondFactor",
        "REMOVE_CREDENTIAL, webauthn, noticePasskeyRemoved, secondFactor",
        "REMOVE_CREDENTIAL, webauthn-passwordless, noticePasskeyRemoved, secondFactor",
        "UPDATE_CREDENTIAL, recovery-authn-codes, noticeRecoveryCodesMade, recoveryCodes",
        "REMOVE_CREDENTIAL, recovery-authn-codes, noticeRecoveryCodesRemoved, recoveryCodes",
    })
    void aWayInThatIsSetUpOrRemovedIsTold(EventType type, String credential, String words, String kind) {
        assertEquals(Optional.of(new Notice(kind, words)), Notice.of(event(type, credential)));
    }

    /** Keycloak tells them beside those above, with the same details. */
    @ParameterizedTest
    @EnumSource(value = EventType.class, mode = Mode.EXCLUDE, names = {"UPDATE_CREDENTIAL", "REMOVE_CREDENTIAL"})
    void noOtherEventTellsItAgain(EventType type) {
        for (String credential : new String[] {"password", "otp", "webauthn", "recovery-authn-codes"}) {
            assertEquals(Optional.empty(), Notice.of(event(type, credential)));
        }
    }

    @Test
    void whatIsNoWayInOfThePersonsIsNotTold() {
        assertEquals(Optional.empty(), Notice.of(event(EventType.UPDATE_CREDENTIAL, "legacy-password")));
        assertEquals(Optional.empty(), Notice.of(event(EventType.REMOVE_CREDENTIAL, "password")));
        Event bare = new Event();
        bare.setType(EventType.UPDATE_CREDENTIAL);
        assertEquals(Optional.empty(), Notice.of(bare));
        bare.setDetails(Map.of());
        assertEquals(Optional.empty(), Notice.of(bare));
    }

    private static Event event(EventType type, String credential) {
        Event event = new Event();
        event.setType(type);
        event.setDetails(Map.of(Details.CREDENTIAL_TYPE, credential));
        return event;
    }
}
