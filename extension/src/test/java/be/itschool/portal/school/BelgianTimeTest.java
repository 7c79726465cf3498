package be.itschool.portal.school;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BelgianTimeTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"fr, 31/05/2025", "fr-BE, 31/05/2025", "nl, 31-05-2025", "de, 31.05.2025", "en, 31 May 2025"})
    void aDayIsWrittenAsPeopleWriteIt(String language, String day) {
        assertEquals(day, BelgianTime.day(LocalDate.of(2025, 5, 31), Locale.forLanguageTag(language)));
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "2025-05-31T05:02:59Z, fr, 31/05/2025 07:02",
        "2025-01-31T23:30:00Z, nl, 01-02-2025 00:30",
        "2025-01-31T12:00:00Z, en, 31 January 2025 13:00",
    })
    void aMomentIsTheOneOnTheWallInBelgium(Instant moment, String language, String written) {
        assertEquals(written, BelgianTime.minute(moment, Locale.forLanguageTag(language)));
    }
}
