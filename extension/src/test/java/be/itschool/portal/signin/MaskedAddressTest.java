package be.itschool.portal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(value = {
        "claire.dubois@example.org, c•••@e•••.org",
        "c@example.org, c•••@e•••.org",
        "claire@parents.famille-dubois.example, c•••@p•••.example",
        "claire@localhost, c•••@l•••",
        "élise@école.example, é•••@é•••.example",
        "😀smile@example.org, 😀•••@e•••.org",
        "'\"a@b\"@example.org', '\"•••@e•••.org'",
        "@example.org, •••",
        "no address, •••",
        "'', •••",
        "NULL, •••",
    }, nullValues = "NULL")
    void onlyItsOwnerRecognisesIt(String address, String masked) {
        assertEquals(masked, MaskedAddress.of(address));
    }
}
