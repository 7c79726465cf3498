package be.itschool.portal.school;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolTest {

    @ParameterizedTest(name = "until {0}, at {1}: {2}")
    @CsvSource({
        // In summer Belgium is two hours ahead, in winter one.
        "2026-08-31, 2026-08-31T21:59:59Z, true",
        "2026-08-31, 2026-08-31T22:00:00Z, false",
        "2026-12-31, 2026-12-31T22:59:59Z, true",
        "2026-12-31, 2026-12-31T23:00:00Z, false",
        // The night in which the clocks go back: the day has 25 hours.
        "2026-10-25, 2026-10-25T22:59:59Z, true",
        "2026-10-25, 2026-10-25T23:00:00Z, false",
        // The night in which they go forward: 23 hours.
        "2026-03-29, 2026-03-29T21:59:59Z, true",
        "2026-03-29, 2026-03-29T22:00:00Z, false",
    })
    void theOldMethodWorksToTheEndOfItsLastDayInBelgium(LocalDate until, Instant now, boolean isOpen) {
        assertEquals(isOpen, new School("demo", "Demo", null, until).isLegacyOpen(now));
    }

    @Test
    void withoutADayTheOldMethodIsClosed() {
        assertEquals(false, new School("demo", "Demo", null, null).isLegacyOpen(Instant.EPOCH));
    }

    @ParameterizedTest(name = "school.legacy.until = \"{0}\": {1}")
    @CsvSource(value = {"2026-08-31; 2026-08-31", "''; NULL", "' '; NULL", "31/08/2026; NULL", "2026-02-30; NULL",
            "+999999999-12-31; NULL"},
            delimiter = ';', nullValues = "NULL")
    void whatIsNoDayOpensNothing(String attribute, LocalDate until) {
        assertEquals(until, School.day(attribute));
    }

    @ParameterizedTest
    @CsvSource(value = {"https://www.example.org/film, https://www.example.org/film", "http://www.example.org/film, NULL",
            "javascript:alert(1), NULL", "'', NULL", "NULL, NULL"}, nullValues = "NULL")
    void aFilmIsShownOnlyFromASecureAddress(String attribute, String video) {
        assertEquals(video, School.https(attribute));
    }
}
