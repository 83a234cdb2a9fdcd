package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the register would give no effect for what it says is told at its field, before it leaves. */
class SaidWithoutEffectTest extends Officers {

    @Autowired
    private ByLetter letters;

    @Autowired
    private Clock clock;

    private LocalDate today;

    @BeforeEach
    void now() {
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void an_end_that_is_not_later_than_the_present_one_is_refused_where_it_is_typed() throws Exception {
        var extend = "/requests/" + preserved(90) + "/extend";

        var after = redirected("duty-officer", until(extend, today.plusDays(70)));

        assertThat(after).startsWith(extend + "?check=true");
        assertThat(page("duty-officer", after, "en"))
                .contains(
                        "This is not later than the present end: ",
                        "Kept until",
                        "value=\"" + today.plusDays(70) + "\"");
        assertThat(page("duty-officer", after, "ar")).contains("هذا ليس بعد النهاية الحالية");
        assertThat(redirected("duty-officer", until(extend, today.plusDays(180))))
                .startsWith("/drafts/");
    }

    @Test
    void more_time_is_asked_until_a_day_after_the_present_end() throws Exception {
        var reference = Objects.requireNonNull(sent("XD-1", ordinary(), "okell").reference());
        var now = clock.instant();
        letters.says(
                reference,
                "report-preserved",
                Map.of("preservedAt", now.toString(), "kept", "logs"),
                Map.of("until", now.plus(Duration.ofDays(90)).toString()));
        var ask = "/requests/" + reference + "/ask-extension";

        var after = redirected("duty-officer", asked(ask, today.plusDays(89)));

        assertThat(after).startsWith(ask + "?check=true");
        assertThat(page("duty-officer", after, "en")).contains("This is not later than the present end: ");
        assertThat(redirected("duty-officer", asked(ask, today.plusDays(91)))).startsWith("/drafts/");
    }

    /** It stands at the field, whichever procedure asks it. */
    @Test
    void the_present_end_is_told_in_words_of_every_procedure() {
        for (var language : new String[] {"en", "ar"}) {
            assertThat(WordsForTests.load().has(language, "freezing.current-end"))
                    .isTrue();
        }
    }

    private static MockHttpServletRequestBuilder until(String path, LocalDate day) {
        return post(path)
                .param("until.date", day.toString())
                .param("until.time", "10:00")
                .param("until.zone", "Z");
    }

    private static MockHttpServletRequestBuilder asked(String path, LocalDate day) {
        return post(path).param("untilAsked", day.toString()).param("text", "The translation takes longer.");
    }
}
