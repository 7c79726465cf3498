package be.itschool.portal.legacy.hash;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RefusedHashTest {

    /** 22 characters: 16 bytes. */
    private static final String SALT = "c2FsdHNhbHRzYWx0c2FsdA";
    /** 43 characters: 32 bytes. */
    private static final String DIGEST = "RGlnZXN0RGlnZXN0RGlnZXN0RGlnZXN0RGlnZXN0RGk";
    private static final String BCRYPT = "E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    static final List<String> UNKNOWN = List.of(
            "", "Printemps2024!", "$", "$2", "$2x$10$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT, "$7$C6$" + SALT,
            "$argon2x$v=19$m=64,t=1,p=1$" + SALT + "$" + DIGEST, "sha1$salt$0123456789", "*2470C0C06DEE42FD1618");

    static final List<String> WEAK = List.of(
            "900150983cd24fb0d6963f7d28e17f72",
            "a9993e364706816aba3e25717850c26c9cd0d89d",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
            "{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImr",
            "{MD5}X03MO1qnZdYdgyfeuILPmQ==",
            "$1$5pZSV9va$azfrPr6af3Fc7dLblQXVa0",
            "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
            "$pbkdf2-sha256$i=999$" + SALT + "$" + DIGEST,
            "pbkdf2_sha1$1$salt$" + DIGEST);

    static final List<String> DAMAGED = List.of(
            "$2b$10$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT.substring(1),
            "$2b$10$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT + "A",
            "$2b$10$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT + "\n",
            "$2b$10$CCCCCCCCCC CCCCCCCCCC." + BCRYPT,
            "$2b$03$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT,
            "$argon2id$v=18$m=64,t=1,p=1$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=7,t=1,p=1$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=64,t=0,p=1$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=64,t=1,p=0$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=64,t=1,p=1$c2FsdA$" + DIGEST,
            "$argon2id$v=19$m=64,t=1,p=1$" + SALT + "$AAAA",
            "$argon2id$v=19$m=64,t=1,p=1$" + SALT + "$" + DIGEST + "AA",
            "$pbkdf2-sha256$i=1000,l=31$" + SALT + "$" + DIGEST,
            "$pbkdf2-sha256$i=1000$$" + DIGEST,
            "$pbkdf2-md5$i=1000$" + SALT + "$" + DIGEST,
            "pbkdf2_sha256$1000$salt$AAAA",
            "pbkdf2_sha256$1000$" + DIGEST,
            "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc",
            "$5$rounds=999$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
            "$5$rounds=05000$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
            "$6$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5");

    static final List<String> COSTLY = List.of(
            "$2b$15$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT,
            "$2b$31$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT,
            "$argon2id$v=19$m=262145,t=1,p=1$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=999999999,t=999999999,p=1$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=65536,t=17,p=1$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=65536,t=1,p=17$" + SALT + "$" + DIGEST,
            "$pbkdf2-sha256$i=2000001$" + SALT + "$" + DIGEST,
            // Three blocks of SHA-1 and two of SHA-256.
            "$pbkdf2-sha1$i=1000001$" + SALT + "$" + DIGEST,
            "$pbkdf2-sha256$i=1000001$" + SALT + "$" + DIGEST + DIGEST.substring(3),
            "pbkdf2_sha256$999999999$salt$" + DIGEST,
            "$6$rounds=1000001$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdc"
                    + "bYEdFCoEOfaS35inz1");

    /** Each at the limit that the one beside it in {@link #COSTLY} is above. */
    static final List<String> STILL_TAKEN = List.of(
            "$2b$14$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT,
            "$argon2id$v=19$m=262144,t=4,p=1$" + SALT + "$" + DIGEST,
            "$argon2id$v=19$m=65536,t=16,p=16$" + SALT + "$" + DIGEST,
            "$pbkdf2-sha256$i=2000000$" + SALT + "$" + DIGEST,
            "$pbkdf2-sha1$i=1000000$" + SALT + "$" + DIGEST,
            "$6$rounds=1000000$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdc"
                    + "bYEdFCoEOfaS35inz1");

    static final List<String> UNUSABLE_INNER = List.of(
            "", "hex:md4", "hex:MD5", "{sha}", "{SHA}x", "{SSHA}", "{SSHA}*", "$1$", "$1$salt", "$1$saltsalts$",
            "$1$sa:t$", "$P$", "$P$Bsaltsal", "$P$Bsaltsalts", "$P$4saltsalt", "$P$FsaltsalT", "$P$zsaltsalt", "$2b$10$");

    @ParameterizedTest
    @FieldSource({"UNKNOWN", "WEAK", "DAMAGED", "COSTLY"})
    void isNotReadAndNotRepeated(String encoded) {
        String message = assertThrows(UnusableHashException.class, () -> LegacyHash.parse(encoded)).getMessage();
        for (int at = 0; at + 8 <= encoded.length(); at++) {
            assertFalse(message.contains(encoded.substring(at, at + 8)), message);
        }
    }

    @ParameterizedTest
    @FieldSource("COSTLY")
    void saysThatItIsTooCostly(String encoded) {
        String message = assertThrows(UnusableHashException.class, () -> LegacyHash.parse(encoded)).getMessage();
        assertTrue(message.contains("takes more work than a sign-in may"), message);
    }

    @ParameterizedTest
    @FieldSource("STILL_TAKEN")
    void isReadAtItsLimit(String encoded) {
        assertDoesNotThrow(() -> LegacyHash.parse(encoded));
    }

    @ParameterizedTest
    @FieldSource("UNUSABLE_INNER")
    void isNotReadWithSuchAnInnerPart(String inner) {
        String strong = "$2b$10$CCCCCCCCCCCCCCCCCCCCC." + BCRYPT;
        assertThrows(UnusableHashException.class, () -> LegacyHash.parse(strong, inner));
    }

    @Test
    void isNotReadWhenTheOuterPartOfAWrappedOneIsWeak() {
        assertThrows(UnusableHashException.class, () -> LegacyHash.parse(WEAK.get(0), "hex:md5"));
    }

    @Test
    void isNotReadWhenItIsVeryLong() {
        String salt = "s".repeat(2000);
        assertThrows(UnusableHashException.class, () -> LegacyHash.parse("pbkdf2_sha256$1000$" + salt + "$" + DIGEST));
    }

    /** Its hash is known; the password is refused for its length all the same. */
    @ParameterizedTest
    @CsvSource({"512, true", "513, false"})
    void takesNoPasswordThatIsVeryLong(int length, boolean isTaken) {
        // bcrypt reads 72 bytes alone, so that every longer password of this letter has its hash.
        String encoded = OpenBSDBCrypt.generate(
                "2b", "a".repeat(100).toCharArray(), new byte[16], 4);
        assertTrue(LegacyHash.parse(encoded).matches("a".repeat(length)) == isTaken);
    }
}
