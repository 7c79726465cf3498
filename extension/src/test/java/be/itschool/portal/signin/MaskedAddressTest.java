package be.itschool.portal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(value = {
        "claire.dubois@example.org, c•••@example.org",
        "c@example.org, c•••@example.org",
        "élise@example.org, é•••@example.org",
        "😀smile@example.org, 😀•••@example.org",
        "'\"a@b\"@example.org', '\"•••@example.org'",
        "@example.org, •••",
        "no address, •••",
        "'', •••",
        "NULL, •••",
    }, nullValues = "NULL")
    void onlyItsOwnerRecognisesIt(String address, String masked) {
        assertEquals(masked, MaskedAddress.of(address));
    }
}
