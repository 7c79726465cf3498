package be.itschool.portal.legacy.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 with HMAC as passlib, the PHC string format and Django write it. In Java because
 * {@link LegacyHash} is.
 */
final class Pbkdf2Hash {

    /** passlib writes {@code .} for {@code +}, and {@code $pbkdf2$} for SHA-1. */
    private static final Pattern PHC = Pattern.compile(
            "\\$pbkdf2(?:-(sha1|sha256|sha512))?\\$(?:i=)?(\\d{1,9})(?:,l=(\\d{1,9}))?"
                    + "\\$([A-Za-z0-9./+]+)\\$([A-Za-z0-9./+]+)");
    /** Django's salt is text. */
    private static final Pattern DJANGO = Pattern.compile(
            "pbkdf2_(sha1|sha256|sha512)\\$(\\d{1,9})\\$([^$]+)\\$([A-Za-z0-9+/]+={0,2})");
    private static final int LEAST_SALT_BYTES = 1;
    private static final int LEAST_DIGEST_BYTES = 16;
    /** RFC 8018, section 4.2; with fewer it is hardly more than the bare digest. */
    private static final int LEAST_ITERATIONS = 1_000;
    /** For all blocks of the digest together: about a second of one core. */
    private static final long MOST_ITERATIONS = 2_000_000;

    private Pbkdf2Hash() {
    }

    static Predicate<byte[]> readPhc(String encoded) throws UnusableHashException {
        Matcher parts = PHC.matcher(encoded);
        if (!parts.matches()) throw UnusableHashException.damaged("PBKDF2");
        byte[] salt = Phc.decode("PBKDF2", parts.group(4).replace('.', '+'), LEAST_SALT_BYTES);
        byte[] digest = Phc.decode("PBKDF2", parts.group(5).replace('.', '+'), LEAST_DIGEST_BYTES);
        if (parts.group(3) != null && Integer.parseInt(parts.group(3)) != digest.length) {
            throw UnusableHashException.damaged("PBKDF2");
        }
        return check(parts.group(1) == null ? "sha1" : parts.group(1), parts.group(2), salt, digest);
    }

    static Predicate<byte[]> readDjango(String encoded) throws UnusableHashException {
        Matcher parts = DJANGO.matcher(encoded);
        if (!parts.matches()) throw UnusableHashException.damaged("PBKDF2");
        byte[] salt = parts.group(3).getBytes(StandardCharsets.UTF_8);
        byte[] digest = Phc.decode("PBKDF2", parts.group(4), LEAST_DIGEST_BYTES);
        return check(parts.group(1), parts.group(2), salt, digest);
    }

    private static Predicate<byte[]> check(String sha, String count, byte[] salt, byte[] digest)
            throws UnusableHashException {
        int iterations = Integer.parseInt(count);
        if (iterations < LEAST_ITERATIONS) {
            throw UnusableHashException.weak("PBKDF2", "fewer than " + LEAST_ITERATIONS + " iterations");
        }
        int blockBytes = sha.equals("sha1") ? 20 : Integer.parseInt(sha.substring(3)) / 8;
        long blocks = (digest.length + blockBytes - 1) / blockBytes;
        if (iterations * blocks > MOST_ITERATIONS) {
            throw UnusableHashException.costly("PBKDF2", "more than " + MOST_ITERATIONS + " iterations");
        }
        String algorithm = "Hmac" + sha;
        return password ->
                MessageDigest.isEqual(digest, derive(algorithm, password, salt, iterations, digest.length));
    }

    /** RFC 8018, section 5.2, on bytes: Java's own takes characters. */
    private static byte[] derive(String algorithm, byte[] password, byte[] salt, int iterations, int bytes) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // HMAC fills a key up with zeros, and Java refuses an empty one.
            mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, algorithm));
            ByteBuffer derived = ByteBuffer.allocate(bytes);
            for (int block = 1; derived.hasRemaining(); block++) {
                mac.update(salt);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, block));
                byte[] u = mac.doFinal();
                byte[] sum = u.clone();
                for (int i = 1; i < iterations; i++) {
                    mac.update(u);
                    mac.doFinal(u, 0);
                    for (int j = 0; j < sum.length; j++) sum[j] ^= u[j];
                }
                derived.put(sum, 0, Math.min(sum.length, derived.remaining()));
            }
            return derived.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + algorithm, impossible);
        }
    }
}
