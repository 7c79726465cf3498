package be.itschool.portal.legacy.hash;

import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.Md5Crypt;
import org.bouncycastle.util.Arrays;

/**
 * A weak way to hash passwords, with its salt: given a password, it makes the encoded hash again. In
 * Java because {@link LegacyHash} is.
 */
@FunctionalInterface
interface InnerHash {

    /**
     * The weak hash of this password, digest included: prefixes in capitals, Base64 padded, hex in
     * lower case.
     */
    String encode(byte[] password);

    /**
     * Reads the encoding of a weak hash without its digest.
     *
     * @throws UnusableHashException if it is none of the weak formats, or damaged
     */
    static InnerHash read(String inner) throws UnusableHashException {
        if (inner.startsWith("{SSHA}")) return saltedSha1(inner.substring("{SSHA}".length()));
        if (inner.startsWith("$1$")) return md5Crypt(inner);
        if (inner.startsWith("$P$") || inner.startsWith("$H$")) return PhpassHash.read(inner);
        return switch (inner) {
            case "{SHA}" -> password -> inner + base64(DigestUtils.sha1(password));
            case "{MD5}" -> password -> inner + base64(DigestUtils.md5(password));
            case "hex:md5" -> DigestUtils::md5Hex;
            case "hex:sha1" -> DigestUtils::sha1Hex;
            case "hex:sha256" -> DigestUtils::sha256Hex;
            default -> throw UnusableHashException.unknown();
        };
    }

    private static InnerHash saltedSha1(String base64Salt) throws UnusableHashException {
        byte[] salt = Phc.decode("{SSHA}", base64Salt, 1);
        return password -> "{SSHA}" + base64(Arrays.concatenate(DigestUtils.sha1(Arrays.concatenate(password, salt)), salt));
    }

    private static InnerHash md5Crypt(String setting) throws UnusableHashException {
        if (!setting.matches("\\$1\\$[./A-Za-z0-9]{1,8}\\$")) throw UnusableHashException.damaged("crypt");
        // The library wipes the array it is given.
        return password -> Md5Crypt.md5Crypt(password.clone(), setting);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
