package be.itschool.portal.legacy.hash;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever somebody types, no library may stumble over it. */
class AnythingTypedTest {

    private static final String BCRYPT = "$2b$04$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    static final List<LegacyHash> HASHES = List.of(
            LegacyHash.parse(BCRYPT),
            LegacyHash.parse("$argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$T/XOJ2mh1/TIpJHfCdQan76Q5esCFVoT5MAeIM1Oq2E"),
            LegacyHash.parse("$pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ"),
            LegacyHash.parse("$5$rounds=1000$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"),
            LegacyHash.parse(BCRYPT, "{SSHA}c2FsdA=="),
            LegacyHash.parse(BCRYPT, "{SHA}"),
            LegacyHash.parse(BCRYPT, "$1$salt$"),
            LegacyHash.parse(BCRYPT, "$P$5saltsalt"),
            LegacyHash.parse(BCRYPT, "hex:sha256"));

    @ParameterizedTest
    @FieldSource("HASHES")
    void isWrong(LegacyHash hash) {
        for (String typed : List.of("", " ", "\0", "a\0b", "\ud800", "🔑", "é".repeat(512), "🔑".repeat(256))) {
            assertFalse(hash.matches(typed));
        }
    }
}
