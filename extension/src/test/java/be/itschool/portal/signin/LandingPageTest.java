package be.itschool.portal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.itschool.portal.school.School;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandingPageTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 31);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"fr, 31/05/2025", "fr-BE, 31/05/2025", "nl, 31-05-2025", "de, 31.05.2025", "en, 31 May 2025"})
    void theDateIsWrittenAsPeopleWriteIt(String language, String date) {
        assertEquals(date, LandingPage.date(DAY, Locale.forLanguageTag(language)));
    }

    @Test
    void theFilmIsLeftOutWhereThereIsNone() {
        Map<String, String> page = LandingPage.school(new School("demo", "Demo", null, DAY), Locale.FRENCH);
        assertEquals(Map.of("name", "Demo", "until", "31/05/2025"), page);
    }
}
