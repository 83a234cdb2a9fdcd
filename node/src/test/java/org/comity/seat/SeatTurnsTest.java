package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import org.comity.directory.ListedAsProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The first page of a seat says whose turn it is and by when, and of a provider that it is no authority's desk. */
class SeatTurnsTest extends PersonInASeat {

    @Autowired
    private JdbcClient db;

    @Test
    void what_is_yours_says_by_when_and_leads_there() throws Exception {
        confirmed();
        var asked = new HashMap<>(emergency());
        asked.put(
                "answerBy",
                Instant.now()
                        .plus(18, ChronoUnit.MINUTES)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        var sent = sent("XD-1", asked, "okell");

        var yours = "";
        for (var next = "/seat"; !yours.contains("/seat/threads/" + sent.thread()) && !next.isEmpty(); ) {
            var page = seen(next).getContentAsString();
            yours = page.replaceAll("(?s).*<h2 id=\"turn-yours\">(.*?)</section>.*", "$1");
            var more = java.util.regex.Pattern.compile("href=\"(/seat\\?turn=[^\"]*)\"")
                    .matcher(page);
            next = more.find() ? more.group(1) : "";
        }
        assertThat(yours)
                .startsWith("Your turn</h2>")
                .contains("/seat/threads/" + sent.thread(), "Life at risk", "Answer by", " min left");
    }

    @Test
    void a_provider_is_told_that_this_is_no_desk_of_the_authority() throws Exception {
        confirmed();
        var word = "Service provider: your own place, and not the desk of Aldoria";
        assertThat(seen("/seat").getContentAsString()).doesNotContain("ofprovider", word);

        assertThat(ListedAsProvider.during("XD-1", () -> seen("/seat").getContentAsString()))
                .contains("<div class=\"head ofprovider\">", word);
    }

    @Test
    void a_provider_says_from_its_seat_what_it_keeps_and_nobody_else_does() throws Exception {
        confirmed();
        assertThat(seen("/seat/provider").getStatus()).isNotEqualTo(200);
        assertThat(said(ownWord("30")).getStatus()).isNotEqualTo(302);

        ListedAsProvider.during("XD-1", () -> {
            assertThat(seen("/seat").getContentAsString()).contains("href=\"/seat/provider\"");
            assertThat(said(ownWord("many")).getContentAsString()).contains("number of days", "value=\"many\"");
            assertThat(said(ownWord("30")).getRedirectedUrl()).isEqualTo("/seat/provider");
            assertThat(seen("/seat/provider").getContentAsString()).contains("In its own word", "30 days");
            assertThat(page("duty-officer", "/directory/XD-1/provider", "en"))
                    .contains("In its own word", "30 days")
                    .doesNotContain("Noted by us");
            db.sql("delete from directory.provider_note").update();
            return "";
        });
    }

    private static MockHttpServletRequestBuilder ownWord(String days) {
        return post("/seat/provider").param("traffic.days", days).param("source", "We say ours");
    }
}
