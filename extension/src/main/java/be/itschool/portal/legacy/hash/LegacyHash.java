package be.itschool.portal.legacy.hash;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hash of a password that a school's old platform kept. In Java because passwords are checked inside Keycloak.
 *
 * <p>What was parsed is checked within bounded time and memory, whoever wrote it. Weak formats (MD5, SHA-1, unsalted)
 * are read only inside a strong one: see {@link #parse(String, String)}.
 */
public final class LegacyHash {
    /** The most characters of a password that are hashed; a longer one is nobody's. */
    public static final int LONGEST_PASSWORD = 512;

    private final Predicate<byte[]> check;

    private LegacyHash(Predicate<byte[]> check) { this.check = check; }

    /**
     * Reads a hash of a strong format: bcrypt, argon2, PBKDF2, or crypt's {@code $5$} and {@code $6$}.
     *
     * @throws UnusableHashException if the format is unknown or weak, or the hash is damaged or asks for more work
     *         than a sign-in may take
     */
    public static LegacyHash parse(String encoded) { return new LegacyHash(strong(encoded)); }

    /**
     * Reads a weak hash that was wrapped in a strong one: the strong hash is not the password's but that of the weak
     * hash, as it was once encoded.
     *
     * @param inner the encoding of the weak hash without its digest, e.g. <code>{SSHA}</code> and the salt in Base64,
     *         {@code $1$salt$}, {@code $P$Bsaltsalt} or {@code hex:md5}
     * @throws UnusableHashException as for a hash that is not wrapped
     */
    public static LegacyHash parse(String encoded, String inner) {
        Predicate<byte[]> outer = strong(encoded);
        WeakHash weak = WeakHash.read(inner);
        return new LegacyHash(password -> outer.test(weak.encode(password).getBytes(StandardCharsets.UTF_8)));
    }

    private static Predicate<byte[]> strong(String encoded) {
        if (encoded.startsWith("$2")) return BcryptHash.read(encoded);
        if (encoded.startsWith("$argon2")) return Argon2Hash.read(encoded);
        if (encoded.startsWith("$pbkdf2") || encoded.startsWith("pbkdf2_")) return Pbkdf2Hash.read(encoded);
        if (encoded.startsWith("$5$") || encoded.startsWith("$6$")) return ShaCryptHash.read(encoded);
        throw UnusableHashException.unknown();
    }

    /** Whether the password is the one that was hashed; a wrong one takes no less time. */
    public boolean matches(String password) {
        return password.length() <= LONGEST_PASSWORD && matches(password.getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(byte[] password) { return check.test(password); }

    /** The parts of a hash; one that is not written so, or very long, is damaged. */
    static Matcher parts(Pattern pattern, String encoded, String format) {
        Matcher parts = pattern.matcher(encoded);
        if (encoded.length() > 1024 || !parts.matches()) throw UnusableHashException.damaged(format);
        return parts;
    }

    /** A salt or digest in Base64, padded or not; one of fewer bytes than these is damaged. */
    static byte[] decode(String base64, int leastBytes, String format) {
        // Four characters stand for three bytes, and Java knows no group of one.
        byte[] bytes = base64.length() % 4 == 1 ? new byte[0] : Base64.getDecoder().decode(base64);
        if (bytes.length < leastBytes) throw UnusableHashException.damaged(format);
        return bytes;
    }
}
