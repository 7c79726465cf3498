package be.itschool.portal.legacy.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Sha2Crypt;

/** crypt with SHA-256 ({@code $5$}) and SHA-512 ({@code $6$}). In Java because {@link LegacyHash} is. */
final class ShaCryptHash {
    private static final Pattern FORMAT = Pattern.compile("\\$(?:5(?=.*\\$.{43}$)|6(?=.*\\$.{86}$))"
            + "\\$(?:rounds=([1-9]\\d{3,8})\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]+");
    /** About a second of one core. */
    private static final int MOST_ROUNDS = 1_000_000;

    static Predicate<byte[]> read(String encoded) {
        String rounds = LegacyHash.parts(FORMAT, encoded, "crypt").group(1);
        if (rounds != null && Integer.parseInt(rounds) > MOST_ROUNDS) throw UnusableHashException.costly("crypt");
        byte[] expected = encoded.getBytes(StandardCharsets.US_ASCII);
        return password -> {
            // The library wipes the array it is given.
            byte[] key = password.clone();
            boolean is256 = encoded.startsWith("$5$");
            String computed = is256 ? Sha2Crypt.sha256Crypt(key, encoded) : Sha2Crypt.sha512Crypt(key, encoded);
            return MessageDigest.isEqual(expected, computed.getBytes(StandardCharsets.US_ASCII));
        };
    }
}
