package be.itschool.portal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAccountTest {

    @Test
    void theCaseOfPlainLettersMakesNoOtherAddress() {
        assertEquals("claire.dubois@example.org", KnownAccount.asciiLowerCase("Claire.DUBOIS@Example.ORG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u212Aatrin@example.org", "\u0130nes@example.org"})
    void aLetterThatOnlyLowerCaseMakesAlikeStaysAnother(String lookAlike) {
        assertNotEquals(lookAlike.toLowerCase(Locale.ROOT), KnownAccount.asciiLowerCase(lookAlike));
    }
}
