package be.itschool.portal.legacy.hash;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/** bcrypt: {@code $2a$}, {@code $2b$}, {@code $2y$}. In Java because {@link LegacyHash} is. */
final class BcryptHash {

    private static final Pattern FORMAT =
            Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
    private static final String DIGITS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int LEAST_COST = 4;
    /** About a second of one core. */
    private static final int MOST_COST = 14;
    /** What bcrypt takes of a password; the rest has never counted. */
    private static final int KEY_BYTES = 72;

    private BcryptHash() {
    }

    static Predicate<byte[]> read(String encoded) throws UnusableHashException {
        Matcher parts = FORMAT.matcher(encoded);
        if (!parts.matches()) throw UnusableHashException.damaged("bcrypt");
        int cost = Integer.parseInt(parts.group(1));
        if (cost < LEAST_COST) throw UnusableHashException.damaged("bcrypt");
        if (cost > MOST_COST) throw UnusableHashException.costly("bcrypt", "its cost is above " + MOST_COST);
        byte[] salt = decode(parts.group(2));
        byte[] digest = decode(parts.group(3));
        return password -> {
            // Ends with a zero byte, as in C.
            byte[] key = Arrays.copyOf(password, Math.min(password.length + 1, KEY_BYTES));
            byte[] computed = BCrypt.generate(key, salt, cost);
            return MessageDigest.isEqual(digest, Arrays.copyOf(computed, digest.length));
        };
    }

    /**
     * Decodes bcrypt's own Base64. BouncyCastle's {@code OpenBSDBCrypt} would refuse a salt whose
     * unused last bits are set, and some old programs set them.
     */
    private static byte[] decode(String text) throws UnusableHashException {
        StringBuilder base64 = new StringBuilder();
        text.chars().forEach(c -> base64.append(BASE64.charAt(DIGITS.indexOf(c))));
        return Phc.decode("bcrypt", base64.toString(), 1);
    }
}
