package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T13:47:20Z");
    private static final Capital OSTERA = new Capital("Ostera", ZoneOffset.ofHours(7));

    private final Page page = PagesForTests.english(NOW);

    @Test
    void a_time_shows_utc_and_both_capitals() {
        assertThat(plain(page.time(Instant.parse("2026-11-24T10:51:04Z"), OSTERA)))
                .isEqualTo("10:51 UTC · Ostera 17:51 · Velin 12:51");
        assertThat(page.time(NOW).html()).startsWith("<time datetime=\"2026-11-24T13:47:20Z\">");
    }

    @Test
    void the_date_is_said_when_it_is_not_today_and_again_where_it_differs() {
        assertThat(plain(page.time(Instant.parse("2026-11-23T19:41:00Z"), OSTERA)))
                .isEqualTo("23 Nov 19:41 UTC · Ostera 24 Nov 02:41 · Velin 21:41");
        assertThat(plain(page.time(Instant.parse("2027-01-15T12:00:00Z"))))
                .isEqualTo("15 Jan 2027 12:00 UTC · Velin 14:00");
        assertThat(plain(page.moment(NOW))).isEqualTo("24 Nov 2026 13:47:20 UTC · Velin 15:47");
    }

    @Test
    void arabic_months_are_written_out() {
        assertThat(PagesForTests.arabic(NOW).day(NOW)).isEqualTo("24 نوفمبر 2026");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 min", "59, 59 min", "60, 1 h", "289, 4 h 49 min", "2879, 47 h 59 min", "2880, 2 days"})
    void lengths_are_said_in_minutes_then_hours_then_days(long minutes, String words) {
        assertThat(page.length(Duration.ofMinutes(minutes))).isEqualTo(words);
    }

    @Test
    void html_values_stay_and_text_values_are_escaped_in_a_sentence() {
        assertThat(page.rich("ui.node", "node", "XA-1", "state", "<b>Aldoria</b>")
                        .html())
                .isEqualTo("Node <bdi class=\"ltr\" dir=\"ltr\">XA-1</bdi> · &lt;b&gt;Aldoria&lt;/b&gt;");
        assertThat(page.rich("ui.node", "node", page.code("XA"), "state", "x").html())
                .contains("<span class=\"code us\">XA</span>");
    }

    @Test
    void of_more_than_is_counted_it_is_said_that_there_are_more() {
        assertThat(page.counted(Page.MOST_COUNTED)).isEqualTo("500");
        assertThat(page.counted(Page.MOST_COUNTED + 1)).isEqualTo("500+");
        assertThat(PagesForTests.arabic(NOW).counted(Page.MOST_COUNTED + 1)).isEqualTo("أكثر من 500");
    }

    @Test
    void the_script_gets_every_plural_form() {
        assertThat(page.lengthWords())
                .isEqualTo("{\"minutes\":{\"other\":\"# min\",\"one\":\"# min\"},"
                        + "\"hours\":{\"other\":\"# h\",\"one\":\"# h\"},"
                        + "\"both\":{\"other\":\"{hours} # min\",\"one\":\"{hours} # min\"},"
                        + "\"days\":{\"other\":\"# days\",\"one\":\"# day\"}}");
        assertThat(PagesForTests.arabic(NOW).lengthWords())
                .contains("\"two\":\"دقيقتان\"", "\"few\":\"# دقائق\"", "\"many\":\"# دقيقة\"");
    }

    @Test
    void initials_are_the_first_letters_of_two_names() {
        var official = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
        assertThat(PagesForTests.english(NOW, official).initials()).isEqualTo("IM");
    }

    private static String plain(SafeHtml html) {
        return html.html().replaceAll("<[^>]+>", "");
    }
}
