package be.itschool.portal.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments as people in Belgium write them. Java, for the pages and mails that the server fills in. */
public final class BelgianTime {
    /** Where a day ends for the schools and their parents. */
    public static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

    private BelgianTime() {}

    /** A day as people write it in the page's language; in French as in the letter, {@code 31/05/2025}. */
    public static String day(LocalDate day, Locale locale) {
        String pattern = switch (locale.getLanguage()) {
            case "nl" -> "dd-MM-yyyy";
            case "de" -> "dd.MM.yyyy";
            // Numbers alone are read one way in London and another in New York.
            case "en" -> "d MMMM yyyy";
            default -> "dd/MM/yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** A day and its time to the minute, {@code 31/05/2025 07:02}. */
    public static String minute(Instant moment, Locale locale) {
        ZonedDateTime there = moment.atZone(BELGIUM);
        return day(there.toLocalDate(), locale) + there.format(DateTimeFormatter.ofPattern(" HH:mm"));
    }
}
