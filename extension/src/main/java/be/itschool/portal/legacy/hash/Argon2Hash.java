package be.itschool.portal.legacy.hash;

import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * argon2i, argon2d and argon2id in the PHC string format. In Java because {@link LegacyHash} is.
 */
final class Argon2Hash {

    private static final Pattern FORMAT = Pattern.compile("\\$argon2(id|i|d)(?:\\$v=(16|19))?"
            + "\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    /** It did not name itself. */
    private static final int FIRST_VERSION = Argon2Parameters.ARGON2_VERSION_10;
    private static final int LEAST_SALT_BYTES = 8;
    private static final int LEAST_DIGEST_BYTES = 16;
    private static final int MOST_DIGEST_BYTES = 128;
    private static final int MOST_LANES = 16;
    private static final int MOST_MEMORY_MIB = 256;
    /** Memory times passes: one or two seconds of one core. */
    private static final long MOST_WORK_KIB = 1 << 20;

    /** MiB of the heap that all checks of the moment may take together; further ones wait. */
    private static final int BUDGET_MIB =
            (int) Math.max(MOST_MEMORY_MIB, Math.min(Runtime.getRuntime().maxMemory() >> 22, 1 << 20));
    private static final Semaphore FREE_MIB = new Semaphore(BUDGET_MIB, true);

    private Argon2Hash() {
    }

    static Predicate<byte[]> read(String encoded) throws UnusableHashException {
        Matcher parts = FORMAT.matcher(encoded);
        if (!parts.matches()) throw UnusableHashException.damaged("argon2");
        int memoryKib = Integer.parseInt(parts.group(3));
        int passes = Integer.parseInt(parts.group(4));
        int lanes = Integer.parseInt(parts.group(5));
        byte[] salt = Phc.decode("argon2", parts.group(6), LEAST_SALT_BYTES);
        byte[] digest = Phc.decode("argon2", parts.group(7), LEAST_DIGEST_BYTES);
        if (passes < 1 || lanes < 1 || memoryKib < 8 * lanes) throw UnusableHashException.damaged("argon2");
        if (memoryKib > MOST_MEMORY_MIB << 10
                || lanes > MOST_LANES
                || (long) memoryKib * passes > MOST_WORK_KIB
                || digest.length > MOST_DIGEST_BYTES) {
            throw UnusableHashException.costly("argon2", "at most " + MOST_MEMORY_MIB + " MiB in all, "
                    + (MOST_WORK_KIB >> 10) + " MiB over all passes, " + MOST_LANES + " lanes");
        }
        Argon2Parameters parameters = new Argon2Parameters.Builder(type(parts.group(1)))
                .withVersion(parts.group(2) == null ? FIRST_VERSION : Integer.parseInt(parts.group(2)))
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        return password -> MessageDigest.isEqual(digest, hash(password, parameters, digest.length));
    }

    private static int type(String name) {
        return switch (name) {
            case "d" -> Argon2Parameters.ARGON2_d;
            case "i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_id;
        };
    }

    private static byte[] hash(byte[] password, Argon2Parameters parameters, int bytes) {
        int mib = (parameters.getMemory() >> 10) + 1;
        FREE_MIB.acquireUninterruptibly(mib);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            byte[] computed = new byte[bytes];
            generator.generateBytes(password, computed);
            return computed;
        } finally {
            FREE_MIB.release(mib);
        }
    }
}
