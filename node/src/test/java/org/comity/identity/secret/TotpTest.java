package org.comity.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59,94287082", "1111111109,07081804", "20000000000,65353130"})
    void codes_are_those_of_rfc_6238(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-60,false", "-30,true", "0,true", "30,true", "60,false"})
    void a_code_counts_one_step_early_or_late_and_no_more(long away, boolean counts) {
        var now = Instant.parse("2026-11-24T13:47:10Z");
        var code = Totp.code(SECRET, now.getEpochSecond() / 30, 6);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(away)).isPresent()).isEqualTo(counts);
    }

    @Test
    void base32_is_that_of_rfc_4648() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
