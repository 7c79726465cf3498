package be.itschool.portal.legacy.hash;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * The hash of a password that a school's old platform kept. In Java because passwords are checked
 * inside Keycloak.
 *
 * <p>What was parsed can be checked within a bounded time and memory, whoever wrote it. Weak formats
 * (MD5, SHA-1, unsalted) are read only inside a strong one: see {@link #parse(String, String)}.
 */
public final class LegacyHash {

    /** The most characters of a password that are hashed; a longer one is nobody's. */
    public static final int LONGEST_PASSWORD = 512;

    private static final int LONGEST_ENCODED = 1024;

    private final Predicate<byte[]> check;

    private LegacyHash(Predicate<byte[]> check) {
        this.check = check;
    }

    /**
     * Reads a hash of a strong format: bcrypt, argon2, PBKDF2, or crypt's {@code $5$} and {@code $6$}.
     *
     * @throws UnusableHashException if the format is unknown or weak, or the hash is damaged or asks
     *         for more work than a sign-in may take
     */
    public static LegacyHash parse(String encoded) throws UnusableHashException {
        return new LegacyHash(strong(encoded));
    }

    /**
     * Reads a weak hash that was wrapped in a strong one: the strong hash is not the password's but
     * that of the weak hash, as it was once encoded.
     *
     * @param encoded the strong hash
     * @param inner how the weak one is made from a password: its encoding without the digest, e.g.
     *        <code>{SSHA}</code> and the salt in Base64, {@code $1$salt$}, {@code $P$Bsaltsalt} or
     *        {@code hex:md5}
     * @throws UnusableHashException as for a hash that is not wrapped
     */
    public static LegacyHash parse(String encoded, String inner) throws UnusableHashException {
        if (inner.length() > LONGEST_ENCODED) throw UnusableHashException.damaged("wrapped");
        Predicate<byte[]> outer = strong(encoded);
        InnerHash weak = InnerHash.read(inner);
        return new LegacyHash(password -> outer.test(weak.encode(password).getBytes(StandardCharsets.UTF_8)));
    }

    private static Predicate<byte[]> strong(String encoded) throws UnusableHashException {
        if (encoded.length() > LONGEST_ENCODED) throw UnusableHashException.unknown();
        if (encoded.startsWith("$2")) return BcryptHash.read(encoded);
        if (encoded.startsWith("$argon2")) return Argon2Hash.read(encoded);
        if (encoded.startsWith("$pbkdf2")) return Pbkdf2Hash.readPhc(encoded);
        if (encoded.startsWith("pbkdf2_")) return Pbkdf2Hash.readDjango(encoded);
        if (encoded.startsWith("$5$") || encoded.startsWith("$6$")) return ShaCryptHash.read(encoded);
        throw UnusableHashException.unknown();
    }

    /**
     * Whether the password is the one that was hashed. A wrong one of up to {@link
     * #LONGEST_PASSWORD} characters takes no less time than the right one.
     */
    public boolean matches(String password) {
        return password.length() <= LONGEST_PASSWORD && matches(password.getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(byte[] password) {
        return check.test(password);
    }
}
