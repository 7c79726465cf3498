package be.itschool.portal.signin;

/**
 * An address that its owner recognises and a stranger cannot write to. Java, since an address that was sent to the
 * page in full would not be hidden.
 */
final class MaskedAddress {
    private static final String HIDDEN = "•••";

    private MaskedAddress() {}

    /**
     * The first letter and the domain: {@code c•••@example.org}.
     *
     * @param address an e-mail address, or null where none is known
     * @return for no address, dots alone
     */
    static String of(String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (at < 1) return HIDDEN;
        return address.substring(0, address.offsetByCodePoints(0, 1)) + HIDDEN + address.substring(at);
    }
}
