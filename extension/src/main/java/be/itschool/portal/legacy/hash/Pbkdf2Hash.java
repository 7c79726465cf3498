package be.itschool.portal.legacy.hash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 with HMAC as passlib, the PHC string format and Django write it. In Java because {@link LegacyHash} is. */
final class Pbkdf2Hash {
    /** passlib writes {@code .} for {@code +}, and {@code $pbkdf2$} for SHA-1. */
    private static final Pattern PHC = Pattern.compile("\\$pbkdf2(?:-sha(?<sha>1|256|512))?"
            + "\\$(?:i=)?(?<count>\\d{1,9})(?:,l=(\\d{1,9}))?\\$(?<salt>[A-Za-z0-9./+]+)\\$(?<digest>[A-Za-z0-9./+]+)");
    /** Its salt is text. */
    private static final Pattern DJANGO = Pattern.compile("pbkdf2_sha(?<sha>1|256|512)"
            + "\\$(?<count>\\d{1,9})\\$(?<salt>[^$]+)\\$(?<digest>[A-Za-z0-9+/]+)={0,2}");
    private static final int LEAST_DIGEST_BYTES = 16;
    /** RFC 8018, section 4.2; with fewer it is hardly more than the bare digest. */
    private static final int LEAST_ITERATIONS = 1_000;
    /** For all blocks of the digest together: about a second of one core. */
    private static final long MOST_ITERATIONS = 2_000_000;

    static Predicate<byte[]> read(String encoded) {
        boolean isPhc = encoded.startsWith("$");
        Matcher parts = LegacyHash.parts(isPhc ? PHC : DJANGO, encoded, "PBKDF2");
        int bits = parts.group("sha") == null ? 1 : Integer.parseInt(parts.group("sha"));
        int iterations = Integer.parseInt(parts.group("count"));
        String text = parts.group("salt");
        byte[] salt = isPhc ? LegacyHash.decode(text.replace('.', '+'), 1, "PBKDF2") : text.getBytes(StandardCharsets.UTF_8);
        byte[] digest = LegacyHash.decode(parts.group("digest").replace('.', '+'), LEAST_DIGEST_BYTES, "PBKDF2");
        if (isPhc && parts.group(3) != null && Integer.parseInt(parts.group(3)) != digest.length) {
            throw UnusableHashException.damaged("PBKDF2");
        }
        int blockBytes = bits == 1 ? 20 : bits / Byte.SIZE;
        long blocks = (digest.length + blockBytes - 1) / blockBytes;
        if (iterations < LEAST_ITERATIONS) throw UnusableHashException.weak("PBKDF2");
        if (iterations * blocks > MOST_ITERATIONS) throw UnusableHashException.costly("PBKDF2");
        return password -> MessageDigest.isEqual(
                digest, derive("PBKDF2WithHmacSHA" + bits, password, salt, iterations, digest.length));
    }

    private static byte[] derive(String algorithm, byte[] password, byte[] salt, int iterations, int bytes) {
        char[] characters = new String(password, StandardCharsets.UTF_8).toCharArray();
        try {
            return SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(new PBEKeySpec(characters, salt, iterations, bytes * Byte.SIZE))
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + algorithm, impossible);
        }
    }
}
