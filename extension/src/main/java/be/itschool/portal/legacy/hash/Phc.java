package be.itschool.portal.legacy.hash;

import java.util.Base64;

/** Reads the parts of PHC strings. In Java because {@link LegacyHash} is. */
final class Phc {

    private Phc() {
    }

    /**
     * Decodes Base64, whether it is padded or not.
     *
     * @param format name of the format, for the complaint
     * @param leastBytes fewer than these are a damaged salt or a digest that too many passwords have
     */
    static byte[] decode(String format, String base64, int leastBytes) throws UnusableHashException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException damaged) {
            throw UnusableHashException.damaged(format);
        }
        if (bytes.length < leastBytes) throw UnusableHashException.damaged(format);
        return bytes;
    }
}
