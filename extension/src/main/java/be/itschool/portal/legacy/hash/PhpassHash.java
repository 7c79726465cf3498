package be.itschool.portal.legacy.hash;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.util.Arrays;

/**
 * Openwall's portable hash ({@code $P$}, in phpBB {@code $H$}): MD5 over and over. In Java because
 * {@link LegacyHash} is.
 */
final class PhpassHash implements InnerHash {

    private static final Pattern SETTING = Pattern.compile("\\$[PH]\\$([./A-Za-z0-9])([./A-Za-z0-9]{8})");
    private static final String DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LEAST_LOG_ROUNDS = 7;
    /** Programs use 11 to 13. */
    private static final int MOST_LOG_ROUNDS = 16;

    private final String setting;
    private final int rounds;
    private final byte[] salt;

    private PhpassHash(String setting, int logRounds, String salt) {
        this.setting = setting;
        this.rounds = 1 << logRounds;
        this.salt = salt.getBytes(StandardCharsets.US_ASCII);
    }

    static PhpassHash read(String setting) throws UnusableHashException {
        Matcher parts = SETTING.matcher(setting);
        if (!parts.matches()) throw UnusableHashException.damaged("phpass");
        int logRounds = DIGITS.indexOf(parts.group(1));
        if (logRounds < LEAST_LOG_ROUNDS) throw UnusableHashException.damaged("phpass");
        if (logRounds > MOST_LOG_ROUNDS) {
            throw UnusableHashException.costly("phpass", "more than 2^" + MOST_LOG_ROUNDS + " rounds");
        }
        return new PhpassHash(setting, logRounds, parts.group(2));
    }

    @Override
    public String encode(byte[] password) {
        byte[] digest = DigestUtils.md5(Arrays.concatenate(salt, password));
        for (int i = 0; i < rounds; i++) digest = DigestUtils.md5(Arrays.concatenate(digest, password));
        return setting + base64(digest);
    }

    /** The Base64 of crypt: the lowest bits first. */
    private static String base64(byte[] digest) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < digest.length; at += 3) {
            int bytes = Math.min(3, digest.length - at);
            int bits = 0;
            for (int i = 0; i < bytes; i++) bits |= (digest[at + i] & 0xff) << 8 * i;
            for (int i = 0; i <= bytes; i++) text.append(DIGITS.charAt(bits >> 6 * i & 0x3f));
        }
        return text.toString();
    }
}
