package org.comity.capacity.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.comity.casework.Officers;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A person agrees to be found, is looked at by two, is found, and is gone for good when the word is taken back. */
class ExpertStoryTest extends Officers {

    private static final String LOOKING = "/experts?kind=evid&language=fr";

    @Autowired
    private ExpertRows rows;

    @Autowired
    private Clock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void nobody() {
        db.sql("delete from capacity.expert").update();
    }

    @Test
    void from_the_word_of_a_person_to_its_end() throws Exception {
        assertThat(answered(200, "duty-officer", note().param("name", ""))).contains("Write the name", "file 12");
        var entry = redirected("duty-officer", note().param("name", "Ada of Belmora"));
        assertThat(found("duty-officer")).contains("Nobody on the roster fits");

        redirected("duty-officer", looked(entry));
        assertThat(answered(409, "duty-officer", looked(entry))).contains("Ask another officer");
        assertThat(found("duty-officer")).contains("Nobody on the roster fits");
        redirected("second-officer", looked(entry));
        assertThat(answered(409, "lawyer", looked(entry))).contains("two officers did");

        assertThat(found("duty-officer"))
                .contains("Belmora", "Collection and preservation")
                .doesNotContain("Ada of Belmora", "Police college of Belmora", "Nobody on the roster fits");
        assertThat(page("duty-officer", "/experts", "en")).doesNotContain("Ada of Belmora", "Police college");
        assertThat(page("duty-officer", entry, "en")).contains("Ada of Belmora", "Police college of Belmora");

        redirected(
                "duty-officer",
                post(entry + "/windows").param("begins", "2027-07-01").param("ends", "2027-07-31"));
        assertThat(answered(
                        409,
                        "duty-officer",
                        post(entry + "/windows").param("begins", "2027-07-31").param("ends", "2027-07-01")))
                .contains("These days cannot be recorded");
        assertThat(page("duty-officer", LOOKING + "&from=2027-07-31&to=2027-08-05", "en"))
                .doesNotContain("Nobody on the roster fits");
        redirected("duty-officer", post(entry + "/windows/2027-07-01/gone"));
        assertThat(page("duty-officer", LOOKING + "&from=2027-07-31&to=2027-08-05", "en"))
                .contains("Nobody on the roster fits");
        assertThat(page("duty-officer", entry, "ar")).doesNotContain("experts.", "acts.");

        redirected("duty-officer", post(entry + "/withdrawn"));
        assertThat(found("duty-officer")).contains("Nobody on the roster fits");
        assertThat(rows.count()).isZero();
        assertThat(db.sql("select count(*) from capacity.expert_vetting")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(answered(404, "duty-officer", looked(entry))).contains("no such entry");
    }

    @Test
    void the_name_is_read_by_whoever_looks_only_if_the_person_agreed_to_that() throws Exception {
        var entry = redirected(
                "duty-officer", note().param("name", "Ada of Belmora").param("named", "yes"));
        redirected("duty-officer", looked(entry));
        redirected("second-officer", looked(entry));

        assertThat(found("duty-officer")).contains("Ada of Belmora").doesNotContain("Police college of Belmora");
    }

    @Test
    void a_new_word_is_looked_at_by_two_again() throws Exception {
        var entry = redirected("duty-officer", note().param("name", "Ada of Belmora"));
        redirected("duty-officer", looked(entry));
        redirected("second-officer", looked(entry));
        var renewed = post(entry + "/renewed").param("given", today().toString());
        assertThat(answered(409, "duty-officer", post(entry + "/renewed").param("given", today().toString())))
                .contains("This consent cannot be recorded");
        redirected("duty-officer", renewed.param("until", today().plusDays(100).toString()));

        assertThat(found("duty-officer")).contains("Nobody on the roster fits");
        assertThat(answered(409, "duty-officer", looked(entry)))
                .as("a word that this officer never read")
                .contains("gave a new word meanwhile");
        var read = page("duty-officer", entry, "en");
        assertThat(read).contains("name=\"until\" value=\"" + today().plusDays(100) + "\"");
        redirected("duty-officer", looked(entry, 100));
        redirected("second-officer", looked(entry, 100));
        assertThat(found("duty-officer")).doesNotContain("Nobody on the roster fits");
    }

    /** What was typed comes back with the form. */
    @Test
    void days_that_cannot_be_noted_come_back_as_they_were_typed() throws Exception {
        var entry = redirected("duty-officer", note().param("name", "Ada of Belmora"));
        assertThat(page("duty-officer", entry, "en")).contains("Ada of Belmora");
        var wrong = post(entry + "/windows").header("Referer", "http://localhost" + entry);
        wrong.param("begins", "2099-07-31").param("ends", "2099-07-01");
        assertThat(redirected("duty-officer", wrong)).isEqualTo(entry + "#f-ends");
        assertThat(page("duty-officer", entry, "en"))
                .contains("value=\"2099-07-31\"", "value=\"2099-07-01\"", "These days cannot be recorded");
    }

    @Test
    void what_nobody_renewed_is_deleted_after_the_days_to_renew_and_not_before() throws Exception {
        var entry = redirected("duty-officer", note().param("name", "Ada of Belmora"));
        at(90 + 30).look();
        assertThat(rows.count()).isOne();
        at(90 + 31).look();

        assertThat(rows.count()).isZero();
        assertThat(ledger.lines(entry.replace("/experts/", ""), null, 1))
                .extracting(Ledger.Line::what)
                .containsExactly("expert.forgotten");
    }

    @Test
    void who_does_not_keep_the_roster_opens_no_entry() throws Exception {
        var entry = redirected("duty-officer", note().param("name", "Ada of Belmora"));

        assertThat(code("oversight", entry)).isEqualTo(403);
        answered(403, "oversight", post(entry + "/withdrawn"));
        assertThat(rows.count()).isOne();
    }

    /** At the word that the page shows. */
    private MockHttpServletRequestBuilder looked(String entry) {
        return looked(entry, 90);
    }

    private MockHttpServletRequestBuilder looked(String entry, int days) {
        return post(entry + "/vetted")
                .param("given", today().toString())
                .param("until", today().plusDays(days).toString());
    }

    private ForgettingExperts at(int days) {
        return new ForgettingExperts(rows, ledger, Clock.offset(clock, Duration.ofDays(days)));
    }

    private String found(String chair) throws Exception {
        return page(chair, LOOKING, "en");
    }

    /** Agreed today, for ninety days. */
    private MockHttpServletRequestBuilder note() {
        var note =
                post("/experts").param("contact", "Police college of Belmora").param("nominatedBy", "Belmora");
        note.param("languages", "en fr").param("kinds", "evid", "train-le");
        note.param("consent", "Courses and missions; letter, file 12").param("given", today().toString());
        return note.param("until", today().plusDays(90).toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
