package be.itschool.portal.legacy.hash;

import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** argon2i, argon2d and argon2id in the PHC string format. In Java because {@link LegacyHash} is. */
final class Argon2Hash {
    private static final Pattern FORMAT = Pattern.compile("\\$argon2(id|i|d)(?:\\$v=(16|19))?"
            + "\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]{1,171})");
    /** In the order of BouncyCastle's numbers for them. */
    private static final List<String> TYPES = List.of("d", "i", "id");
    private static final int LEAST_SALT_BYTES = 8;
    private static final int LEAST_DIGEST_BYTES = 16;
    private static final int MOST_LANES = 16;
    private static final int MOST_MEMORY_MIB = 256;
    /** Memory times passes: one or two seconds of one core. */
    private static final long MOST_WORK_KIB = 1 << 20;

    /** A quarter of the heap, for all checks of the moment together; further ones wait. */
    private static final Semaphore FREE_MIB =
            new Semaphore((int) Math.max(MOST_MEMORY_MIB + 1, Runtime.getRuntime().maxMemory() >> 22), true);

    static Predicate<byte[]> read(String encoded) {
        Matcher parts = LegacyHash.parts(FORMAT, encoded, "argon2");
        int memoryKib = Integer.parseInt(parts.group(3));
        int passes = Integer.parseInt(parts.group(4));
        int lanes = Integer.parseInt(parts.group(5));
        byte[] salt = LegacyHash.decode(parts.group(6), LEAST_SALT_BYTES, "argon2");
        byte[] digest = LegacyHash.decode(parts.group(7), LEAST_DIGEST_BYTES, "argon2");
        if (passes < 1 || lanes < 1 || memoryKib < 8L * lanes) throw UnusableHashException.damaged("argon2");
        if (memoryKib > MOST_MEMORY_MIB << 10 || lanes > MOST_LANES || (long) memoryKib * passes > MOST_WORK_KIB) {
            throw UnusableHashException.costly("argon2");
        }
        // The first version did not name itself.
        String version = parts.group(2) == null ? "16" : parts.group(2);
        Argon2Parameters parameters = new Argon2Parameters.Builder(TYPES.indexOf(parts.group(1)))
                .withVersion(Integer.parseInt(version))
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        return password -> MessageDigest.isEqual(digest, hash(password, parameters, digest.length));
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
