package be.itschool.portal.legacy.hash;

/**
 * A hash no password can or may be checked against. In Java because {@link LegacyHash} is. The
 * message says why, and repeats nothing of the hash.
 */
public final class UnusableHashException extends Exception {

    private static final long serialVersionUID = 1L;

    private UnusableHashException(String reason) {
        super(reason);
    }

    static UnusableHashException unknown() {
        return new UnusableHashException("a hash has an unknown format, or a weak one that is not wrapped");
    }

    static UnusableHashException damaged(String format) {
        return new UnusableHashException("a hash that begins like " + format + " is damaged");
    }

    static UnusableHashException weak(String format, String reason) {
        return new UnusableHashException("a hash of the format " + format + " is too weak: " + reason);
    }

    static UnusableHashException costly(String format, String reason) {
        return new UnusableHashException(
                "a hash of the format " + format + " takes more work than a sign-in may: " + reason);
    }
}
