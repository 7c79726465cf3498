package be.itschool.portal.signin;

import be.itschool.portal.school.BelgianTime;
import be.itschool.portal.school.School;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a school's landing page shows. Java, since the server decides it, in the language that Keycloak has chosen for
 * the page.
 */
final class LandingPage {
    private LandingPage() {}

    /** The page's {@code school}: its name, its film if it has one, and the last day of the old method. */
    static Map<String, String> school(School school, Locale locale) {
        Map<String, String> page = new HashMap<>();
        page.put("name", school.name());
        page.put("until", BelgianTime.day(school.legacyUntil(), locale));
        if (school.video() != null) page.put("video", school.video());
        return page;
    }
}
