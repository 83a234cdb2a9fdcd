package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;

/** Each time on the pages of a request is told in UTC and in both capitals. */
class BothCapitalsTest extends Officers {

    private static final Pattern TIME = Pattern.compile("<time datetime=\"[^\"]+\">(.*?)</time>");

    @Test
    void each_time_of_a_request_is_told_where_either_state_reads_it() throws Exception {
        var reference = preserved(70);
        for (var path : List.of("", "/documents", "/record")) {
            var page = page("duty-officer", "/requests/" + reference + path, "en");
            // The mails that our own node will send, and requests to others, are told in our own hours.
            var main = page.substring(page.indexOf("<main"), page.indexOf("</main>"))
                    .replaceAll("(?s)<section class=\"card dom\" id=\"(?:reminders|same)\">.*?</section>", "");
            var times = TIME.matcher(main).results().map(MatchResult::group).toList();
            assertThat(times)
                    .as(path)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it).contains(" UTC", "Hesper", "Velin"));
        }
        var strip = page("duty-officer", "/requests/" + reference, "en");
        assertThat(strip.substring(strip.indexOf("<dl class=\"strip\"")))
                .containsPattern("<dt>Until</dt><dd>((?!</dd>)[\\s\\S])*<small><time");
    }
}
