package be.itschool.portal.signin;

import be.itschool.portal.school.School;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a school's landing page shows. Java, since the server decides it, in the language that Keycloak has chosen for
 * the page.
 */
public final class LandingPage {
    private LandingPage() {}

    /** The page's {@code school}: its name, its film if it has one, and the last day of the old method. */
    static Map<String, String> school(School school, Locale locale) {
        Map<String, String> page = new HashMap<>();
        page.put("name", school.name());
        page.put("until", date(school.legacyUntil(), locale));
        if (school.video() != null) page.put("video", school.video());
        return page;
    }

    /** A day as people write it in the page's language; in French as in the letter, {@code 31/05/2025}. */
    public static String date(LocalDate day, Locale locale) {
        String pattern = switch (locale.getLanguage()) {
            case "nl" -> "dd-MM-yyyy";
            case "de" -> "dd.MM.yyyy";
            // Numbers alone are read one way in London and another in New York.
            case "en" -> "d MMMM yyyy";
            default -> "dd/MM/yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
