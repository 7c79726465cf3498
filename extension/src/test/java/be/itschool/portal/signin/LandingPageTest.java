package be.itschool.portal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.itschool.portal.school.School;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LandingPageTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 31);

    @Test
    void theFilmIsLeftOutWhereThereIsNone() {
        Map<String, String> page = LandingPage.school(new School("demo", "Demo", null, DAY), Locale.FRENCH);
        assertEquals(Map.of("name", "Demo", "until", "31/05/2025"), page);
    }
}
