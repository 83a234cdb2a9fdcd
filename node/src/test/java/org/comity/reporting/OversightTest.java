package org.comity.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Oversight reads what happened, by whom, and of what; and finds it by the words that an officer knows. */
class OversightTest extends Officers {

    @Autowired
    private Ledger ledger;

    @Autowired
    private Directory directory;

    @Autowired
    private Clock clock;

    @Test
    void a_reference_finds_the_request_and_its_acts_with_what_is_told_of_them_and_who_approved() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        var other = sent("XD-1", emergency(), "okell");
        assertThat(code("duty-officer", "/requests/" + sent.reference() + "/acts/" + sent.act() + "/act.pdf"))
                .isEqualTo(200);

        var found = page("oversight", "/oversight?subject=" + sent.reference(), "en");

        assertThat(found)
                .contains(
                        "Act approved",
                        "Act submitted",
                        "Act exported",
                        sent.act().substring(0, 12))
                .contains(
                        "acts/" + sent.act() + "/act.pdf",
                        "Approved by",
                        "approved in practice",
                        official("maren").name())
                .doesNotContain(other.act().substring(0, 12));
        assertThat(page("oversight", "/oversight?subject=" + sent.reference(), "ar"))
                .contains("وافق عليه", "الطريقة", official("maren").name());
        assertThat(page("oversight", "/oversight?subject=XA-1999-000001", "en")).contains("Nothing on record matches");
        assertThat(ledger.lines("XA-1999-000001", null, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.what()).isEqualTo("oversight.read"));
    }

    @Test
    void it_is_found_by_who_did_it_by_kind_and_by_day() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        assertThat(code("duty-officer", "/requests/" + sent.reference() + "/thread.zip"))
                .isEqualTo(200);
        var today = LocalDate.ofInstant(clock.instant(), directory.self().zone());
        var name = official("maren").name().replace(" ", "%20");

        assertThat(lines("?subject=" + name))
                .contains("Request exported whole")
                .doesNotContain("Log read by oversight");
        assertThat(lines("?official=maren&kind=taken-away&day=" + today))
                .contains("Request exported whole", sent.reference())
                .doesNotContain("<b>Request read", "<b>Act approved", "Log read by oversight");
        assertThat(lines("?kind=act.approved&official=" + name))
                .contains("<b>Act approved")
                .doesNotContain("<b>Act submitted");
        assertThat(lines("?official=okell&subject=" + sent.reference())).contains("Nothing on record matches");
        assertThat(lines("?official=maren&day=" + today.minusDays(400))).contains("Nothing on record matches");
        assertThat(answered(409, "oversight", get("/oversight?day=yesterday"))).contains("is not a day.");
        assertThat(answered(409, "oversight", get("/oversight?day=+999999999-12-31")))
                .contains("is not a day.");
        answered(403, "duty-officer", get("/oversight?official=maren"));
    }

    @Test
    void what_has_no_words_is_shown_as_it_is_kept_and_older_lines_keep_what_was_looked_for() throws Exception {
        for (int i = 0; i < 51; i++) {
            ledger.record(official("okell"), "thing.done", "the thing", Map.of("some-fact", "a value " + i));
        }

        var found = page("oversight", "/oversight?subject=the%20thing", "en");

        assertThat(found).contains("some-fact", "a value 50", "thing.done").doesNotContain("a value 0<");
        assertThat(found).contains("subject=the+thing&amp;official=&amp;kind=&amp;day=");
    }

    private String lines(String query) throws Exception {
        return page("oversight", "/oversight" + query, "en").replaceAll("(?s)<select.*?</select>", "");
    }
}
