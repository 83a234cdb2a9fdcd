package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker sees what looks like the data of a case or a person, and lets ordinary sentences be. */
class CaseDataCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mail    | write to a.b+c@mail.example today
                    mail    | اكتب إلى a@mail.example
                    address | it came from 203.0.113.7, at night
                    address | it came from 2001:db8:85a3:0:0:8a2e:370:7334
                    address | it came from 2001:db8::1
                    wallet  | sent to 0x52908400098527886E0F7030069857D2E4169EE7
                    wallet  | sent to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq
                    wallet  | sent to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT
                    hash    | the file d41d8cd98f00b204e9800998ecf8427e
                    hash    | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                    phone   | ring +999 1 555 0100 22
                    account | paid to DE89 3704 0044 0532 0130 00
                    name    | we spoke with Mr. Arendt about it
                    name    | السيد خالد كتب ذلك
                    name    | Ana Lorn, born in spring
                    """)
    void what_belongs_in_no_room_is_seen(String kind, String text) {
        assertThat(CaseDataCheck.of(text)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do you keep the logs of a host abroad under article 25(2)?",
                "Version 1.2.3 of the form came on 2026-02-03 at 14:05:30.",
                "A/RES/79/243 has 68 articles; see 40(12)(c).",
                "We had 1,200 requests in 2025 and 90 days for each.",
                "يُحفظ السجل تسعين يوماً في قانوننا.",
                "The State Party asked the Central Authority of XB twice."
            })
    void an_ordinary_sentence_is_let_be(String text) {
        assertThat(CaseDataCheck.of(text)).isEmpty();
    }

    @Test
    void a_long_text_is_looked_through_in_no_time_that_anybody_notices() {
        var began = System.nanoTime();
        CaseDataCheck.of("a.".repeat(4_000));
        CaseDataCheck.of("1:".repeat(4_000));
        CaseDataCheck.of("Ab ".repeat(2_600));
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }
}
