package be.itschool.portal.legacy.hash;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.Md5Crypt;
import org.bouncycastle.util.Arrays;

/**
 * A weak way to hash passwords, with its salt: given a password, it makes the encoded hash again. In Java because
 * {@link LegacyHash} is.
 */
@FunctionalInterface
interface WeakHash {
    Pattern MD5_CRYPT = Pattern.compile("\\$1\\$[./A-Za-z0-9]{1,8}\\$");
    Pattern SALTED_SHA1 = Pattern.compile("\\{SSHA}([A-Za-z0-9+/]+)={0,2}");
    Pattern PHPASS = Pattern.compile("\\$[PH]\\$([5-9A-Za-z])([./A-Za-z0-9]{8})");
    String CRYPT_DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** 2 to the power of this; programs use 11 to 13. */
    int MOST_PHPASS_ROUNDS = 16;

    /** The hash of this password: prefixes in capitals, Base64 padded, hex in lower case. */
    String encode(byte[] password);

    /**
     * Reads the encoding of a weak hash without its digest.
     *
     * @throws UnusableHashException if it is none of the weak formats, or damaged
     */
    static WeakHash read(String inner) {
        if (inner.startsWith("$P$") || inner.startsWith("$H$")) return phpass(inner);
        if (inner.startsWith("$1$")) {
            LegacyHash.parts(MD5_CRYPT, inner, "crypt");
            // The library wipes the array it is given.
            return password -> Md5Crypt.md5Crypt(password.clone(), inner);
        }
        if (inner.startsWith("{SSHA}")) {
            byte[] salt = LegacyHash.decode(LegacyHash.parts(SALTED_SHA1, inner, "{SSHA}").group(1), 1, "{SSHA}");
            return password -> "{SSHA}"
                    + base64(Arrays.concatenate(DigestUtils.sha1(Arrays.concatenate(password, salt)), salt));
        }
        return switch (inner) {
            case "{SHA}" -> password -> inner + base64(DigestUtils.sha1(password));
            case "{MD5}" -> password -> inner + base64(DigestUtils.md5(password));
            case "hex:md5" -> DigestUtils::md5Hex;
            case "hex:sha1" -> DigestUtils::sha1Hex;
            case "hex:sha256" -> DigestUtils::sha256Hex;
            default -> throw UnusableHashException.unknown();
        };
    }

    /** Openwall's portable hash, in phpBB {@code $H$}: MD5 over and over. */
    private static WeakHash phpass(String setting) {
        Matcher parts = LegacyHash.parts(PHPASS, setting, "phpass");
        int rounds = CRYPT_DIGITS.indexOf(parts.group(1));
        if (rounds > MOST_PHPASS_ROUNDS) throw UnusableHashException.costly("phpass");
        byte[] salt = parts.group(2).getBytes(StandardCharsets.US_ASCII);
        return password -> {
            byte[] digest = DigestUtils.md5(Arrays.concatenate(salt, password));
            for (int i = 0; i < 1 << rounds; i++) digest = DigestUtils.md5(Arrays.concatenate(digest, password));
            return setting + cryptBase64(digest);
        };
    }

    private static String base64(byte[] bytes) { return Base64.getEncoder().encodeToString(bytes); }

    /** The Base64 of crypt: the lowest bits first. */
    private static String cryptBase64(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 3) {
            int count = Math.min(3, bytes.length - at);
            int bits = 0;
            for (int i = 0; i < count; i++) bits |= (bytes[at + i] & 0xff) << 8 * i;
            for (int i = 0; i <= count; i++) text.append(CRYPT_DIGITS.charAt(bits >> 6 * i & 0x3f));
        }
        return text.toString();
    }
}
