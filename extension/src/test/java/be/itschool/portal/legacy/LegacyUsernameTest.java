package be.itschool.portal.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyUsernameTest {

    @ParameterizedTest
    @CsvSource({
        "duboisc, duboisc",
        "DuboisC, duboisc",
        "'  duboisc\t', duboisc",
        "'\u00a0\ufeffduboisc\u202f', duboisc",
        "'Ame\u0301lie', 'am\u00e9lie'",
        "'AM\u00c9LIE', 'am\u00e9lie'",
        "'\u0130sa', 'i\u0307sa'",
        "'jean dupont', 'jean dupont'",
    })
    void comparesNamesInOneSpelling(String typed, String stored) {
        assertEquals(stored, LegacyUsername.normalize(typed));
        assertEquals(stored, LegacyUsername.normalize(stored));
    }

    @Test
    void leavesAVeryLongNameAsItIs() {
        String typed = "A".repeat(256);
        assertEquals(typed, LegacyUsername.normalize(typed));
        assertEquals("a".repeat(255), LegacyUsername.normalize("A".repeat(255)));
    }
}
