package be.itschool.portal.legacy.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Sha2Crypt;

/**
 * crypt with SHA-256 ({@code $5$}) and SHA-512 ({@code $6$}). In Java because {@link LegacyHash} is.
 */
final class ShaCryptHash {

    private static final Pattern FORMAT = Pattern.compile("\\$(?:5|6)\\$(?:rounds=([1-9]\\d{3,8})\\$)?"
            + "[./A-Za-z0-9]{1,16}\\$([./A-Za-z0-9]+)");
    private static final int SHA_256_CHARACTERS = 43;
    private static final int SHA_512_CHARACTERS = 86;
    /** About a second of one core. */
    private static final int MOST_ROUNDS = 1_000_000;

    private ShaCryptHash() {
    }

    static Predicate<byte[]> read(String encoded) throws UnusableHashException {
        boolean isSha256 = encoded.startsWith("$5$");
        Matcher parts = FORMAT.matcher(encoded);
        if (!parts.matches()
                || parts.group(2).length() != (isSha256 ? SHA_256_CHARACTERS : SHA_512_CHARACTERS)) {
            throw UnusableHashException.damaged("crypt");
        }
        if (parts.group(1) != null && Integer.parseInt(parts.group(1)) > MOST_ROUNDS) {
            throw UnusableHashException.costly("crypt", "more than " + MOST_ROUNDS + " rounds");
        }
        byte[] expected = encoded.getBytes(StandardCharsets.US_ASCII);
        return password -> {
            // The library wipes the array it is given.
            byte[] key = password.clone();
            String computed =
                    isSha256 ? Sha2Crypt.sha256Crypt(key, encoded) : Sha2Crypt.sha512Crypt(key, encoded);
            return MessageDigest.isEqual(expected, computed.getBytes(StandardCharsets.US_ASCII));
        };
    }
}
