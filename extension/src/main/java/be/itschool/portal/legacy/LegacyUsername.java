package be.itschool.portal.legacy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a school's old user names are compared. In Java because what people type is compared inside Keycloak; the
 * import writes names by the same rule ({@code scripts/users/accounts.ts}).
 */
public final class LegacyUsername {
    /** What JavaScript's {@code trim} cuts off; Java's own leaves no-break spaces. */
    private static final Pattern SPACE_AROUND = Pattern.compile("^[\\p{Z}\\t-\\r\\uFEFF]+|[\\p{Z}\\t-\\r\\uFEFF]+$");
    /** Normalizing a very long text takes seconds. */
    private static final int LONGEST = 255;

    private LegacyUsername() {}

    /**
     * The name as it is stored and looked for: without space around it, in Unicode NFC and lower case. A name typed
     * on a phone, with a capital in front or an accent composed otherwise, is the same name. One of more than 255
     * characters is nobody's, and stays as it is.
     */
    public static String normalize(String typed) {
        if (typed.length() > LONGEST) return typed;
        return Normalizer.normalize(SPACE_AROUND.matcher(typed).replaceAll(""), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
