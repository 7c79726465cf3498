package be.itschool.portal.legacy.hash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others have published, format by format; none of these was computed by this code. */
class PublishedVectorsTest {

    private static void assertIsHashOf(String password, String encoded) {
        LegacyHash hash = LegacyHash.parse(encoded);
        assertTrue(hash.matches(password), "the password");
        assertFalse(hash.matches(password + "x"), "a longer password");
        assertFalse(hash.matches("X" + password), "another password");
    }

    /** The self-test of Openwall's crypt_blowfish 1.3 (wrapper.c), jBCrypt 0.4's and passlib 1.7's. */
    @Nested
    class Bcrypt {

        @ParameterizedTest
        @CsvSource({
            "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "U*U*, $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
            "U*U*U, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
            "'', $2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
            "'', $2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
            "a, $2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
            "abc, $2a$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi",
        })
        void ofText(String password, String encoded) {
            assertIsHashOf(password, encoded);
        }

        @ParameterizedTest
        @CsvSource({
            "test, $2a$04$oaQbBqq8JnSM1NHRPQGXORY4Vw3bdHKLIXTecPDRAcJ98cz1ilveO",
            "test, $2a$04$yjDgE74RJkeqC0/1NheSScrvKeu9IbKDpcQf/Ox3qsrRS/Kw42qIS",
            "test, $2a$04$yjDgE74RJkeqC0/1NheSSOrvKeu9IbKDpcQf/Ox3qsrRS/Kw42qIV",
        })
        void withUnusedBitsSet(String password, String encoded) {
            assertIsHashOf(password, encoded);
        }

        @ParameterizedTest
        @CsvSource({
            "a3, $2b$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
            "a3, $2y$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
            "ffffa3, $2b$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
            "ffffa3, $2y$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
        })
        void ofBytesAboveAscii(String password, String encoded) {
            assertTrue(LegacyHash.parse(encoded).matches(HexFormat.of().parseHex(password)));
        }

        @Test
        void ofNoMoreThan72Bytes() {
            LegacyHash hash = LegacyHash.parse("$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui");
            String first72 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
            assertTrue(hash.matches(first72 + "chars after 72 are ignored"));
            assertTrue(hash.matches(first72));
            assertFalse(hash.matches(first72.substring(1)));
        }
    }

    /** The reference implementation's test.c (both versions), and pwdlib's tests for argon2d. */
    @Nested
    class Argon2 {

        @ParameterizedTest
        @CsvSource(delimiter = ' ', value = {
            "password $argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
            "password $argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
            "password $argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$T/XOJ2mh1/TIpJHfCdQan76Q5esCFVoT5MAeIM1Oq2E",
            "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
            "password $argon2d$v=19$m=102400,t=2,p=8$g2RodLh8j8WbSdCp+lUy/A$zzAJqL/HSjm809PYQu6qkA",
        })
        void ofText(String password, String encoded) {
            assertIsHashOf(password, encoded);
        }
    }

    @Nested
    class Pbkdf2 {

        /** RFC 6070 (SHA-1) and RFC 7914, section 11 (SHA-256), in the PHC string format. */
        @ParameterizedTest
        @CsvSource({
            "$pbkdf2-sha1$i=4096, password, salt, 4b007901b765489abead49d926f721d065a429c1",
            "'$pbkdf2-sha1$i=4096,l=25', passwordPASSWORDpassword, saltSALTsaltSALTsaltSALTsaltSALTsalt, "
                    + "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
            "'$pbkdf2-sha256$i=80000,l=64', Password, NaCl, "
                    + "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                    + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
        })
        void ofRfcs(String prefix, String password, String salt, String digest) {
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            assertIsHashOf(password, prefix
                    + "$" + base64.encodeToString(salt.getBytes(UTF_8))
                    + "$" + base64.encodeToString(HexFormat.of().parseHex(digest)));
        }

        /** passlib 1.7's tests of its own spelling and of Django's. */
        @ParameterizedTest
        @CsvSource({
            "password, $pbkdf2$1212$OB.dtnSEXZK8U5cgxU/GYQ$y5LKPOplRmok7CZp/aqVDVg8zGI",
            "password, $pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ",
            "password, $pbkdf2-sha512$1212$RHY0Fr3IDMSVO/RSZyb5ow"
                    + "$eNLfBK.eVozomMr.1gYa17k9B7KIK25NOEshvhrSX.esqY3s.FvWZViXz4KoLlQI.BzY/YTNJOiKc5gBYFYGww",
            "not a password, pbkdf2_sha256$10000$kjVJaVz6qsnJ$5yPHw3rwJGECpUf70daLGhOrQ5+AMxIJdz1c3bqK1Rs=",
            "not a password, pbkdf2_sha1$10000$wz5B6WkasRoF$atJmJ1o+XfJxKq1+Nu1f1i57Z5I=",
        })
        void ofPasslib(String password, String encoded) {
            assertIsHashOf(password, encoded);
        }
    }

    /** Drepper's "Unix crypt using SHA-256 and SHA-512", its tests. */
    @Nested
    class ShaCrypt {

        @ParameterizedTest
        @CsvSource({
            "Hello world!, $5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
            "Hello world!, $5$rounds=10000$saltstringsaltst$3xv.VbSHBb41AL9AvLeujZkZRBAwqFMz2.opqey6IcA",
            "This is just a test, $5$rounds=5000$toolongsaltstrin$Un/5jzAHMgOGZ5.mWJpuVolil07guHPvOW8mGRcvxa5",
            "Hello world!, $6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJu"
                    + "esI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
            "we have a short salt string but not a short password, $6$rounds=77777$short"
                    + "$WuQyW2YR.hBNpjjRhpYD/ifIw05xdfeEyQoMxIXbkvr0gge1a1x3yRULJ5CCaUeOxFmtlcGZelFl5CxtgfiAc0",
        })
        void ofText(String password, String encoded) {
            assertIsHashOf(password, encoded);
        }
    }

    /** Weak formats, which are only ever made again, never stored. */
    @Nested
    class Weak {

        @ParameterizedTest
        @CsvSource({
            // passlib 1.7's documentation and tests of ldap_salted_sha1, ldap_sha1 and ldap_md5
            "secret, {SSHA}, 0H+zTv8o4MR4H43n03eCsvw1luG8LdB7",
            "password, {SHA}, W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
            "password, {MD5}, X03MO1qnZdYdgyfeuILPmQ==",
            // openssl-passwd(1), and passlib's documentation of md5_crypt
            "password, $1$xxxxxxxx$, UYCIxa628.9qXjpQCjM4a.",
            "password, $1$5pZSV9va$, azfrPr6af3Fc7dLblQXVa0",
            // Openwall's phpass 0.5, test.php; John the Ripper's self-test of it
            "test12345, $P$9IQRaTwmf, eRo7ud9Fh4E2PdI0S3r.L0",
            "test1, $H$9aaaaaSXB, jgypwqm.JsMssPLiS8YQ00",
            // RFC 1321, section A.5; FIPS 180-2, appendices A and B
            "abc, hex:md5, 900150983cd24fb0d6963f7d28e17f72",
            "abc, hex:sha1, a9993e364706816aba3e25717850c26c9cd0d89d",
            "abc, hex:sha256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        })
        void isMadeAgainAndFoundInAStrongOne(String password, String inner, String digest)
                {
            // A digest of {SSHA} holds its salt: the last eight characters of this one.
            String setting = inner.equals("{SSHA}") ? inner + saltOf(digest) : inner;
            String encoded = inner.startsWith("hex:") ? digest : inner + digest;
            assertEquals(encoded, WeakHash.read(setting).encode(password.getBytes(UTF_8)));

            String strong = OpenBSDBCrypt.generate("2b", encoded.getBytes(ISO_8859_1), new byte[16], 4);
            LegacyHash hash = LegacyHash.parse(strong, setting);
            assertTrue(hash.matches(password));
            assertFalse(hash.matches(password + "x"));
            assertFalse(hash.matches(encoded), "the weak hash itself is no password");
        }

        private static String saltOf(String saltedSha1) {
            byte[] bytes = Base64.getDecoder().decode(saltedSha1);
            return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 20, bytes.length));
        }
    }
}
