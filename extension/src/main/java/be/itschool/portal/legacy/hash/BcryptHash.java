package be.itschool.portal.legacy.hash;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** bcrypt: {@code $2a$}, {@code $2b$}, {@code $2y$}. In Java because {@link LegacyHash} is. */
final class BcryptHash {
    private static final Pattern FORMAT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final String DIGITS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LEAST_COST = 4;
    /** About a second of one core. */
    private static final int MOST_COST = 14;

    static Predicate<byte[]> read(String encoded) {
        int cost = Integer.parseInt(LegacyHash.parts(FORMAT, encoded, "bcrypt").group(1));
        if (cost < LEAST_COST) throw UnusableHashException.damaged("bcrypt");
        if (cost > MOST_COST) throw UnusableHashException.costly("bcrypt");
        // Some old programs set the unused last bits of the salt and the digest; the library refuses them.
        StringBuilder canonical = new StringBuilder(encoded);
        clearBits(canonical, 28, 0b110000);
        clearBits(canonical, 59, 0b111100);
        return password -> OpenBSDBCrypt.checkPassword(canonical.toString(), password);
    }

    private static void clearBits(StringBuilder encoded, int at, int kept) {
        encoded.setCharAt(at, DIGITS.charAt(DIGITS.indexOf(encoded.charAt(at)) & kept));
    }
}
