package be.itschool.portal.signin;

/**
 * An address that its owner recognises and a stranger cannot write to. Java, since an address that was sent to the
 * page in full would not be hidden.
 */
public final class MaskedAddress {
    private MaskedAddress() {}

    /** The first letters, and where the domain ends: {@code c•••@e•••.org}; where none is known (null), dots alone. */
    public static String of(String address) {
        if (address == null || !address.matches("(?s).+@.+")) return "•••";
        return address.replaceFirst("(?s)^(.).*@(.).*?(\\.[^.]+)?$", "$1•••@$2•••$3");
    }
}
