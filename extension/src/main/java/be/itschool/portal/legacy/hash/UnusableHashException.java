package be.itschool.portal.legacy.hash;

/**
 * A hash no password can or may be checked against. In Java because {@link LegacyHash} is. The message says why, and
 * repeats nothing of the hash.
 */
public final class UnusableHashException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private UnusableHashException(String reason) { super(reason); }

    static UnusableHashException unknown() {
        return new UnusableHashException("a hash has an unknown format, or a weak one that is not wrapped");
    }

    static UnusableHashException damaged(String format) {
        return new UnusableHashException("a hash that begins like " + format + " is damaged");
    }

    static UnusableHashException weak(String format) {
        return new UnusableHashException("a hash of the format " + format + " takes too little work to be safe");
    }

    static UnusableHashException costly(String format) {
        return new UnusableHashException("a hash of the format " + format + " takes more work than a sign-in may");
    }
}
