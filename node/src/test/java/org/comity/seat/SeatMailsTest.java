package org.comity.seat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.identity.SoftPasskey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An authority is told of each of its keys and of each act from its seats, and reads the document (R157). */
class SeatMailsTest extends PersonInASeat {

    @Autowired
    private JdbcClient db;

    @Autowired
    private MakingSeatActs making;

    private record Told(String authority, String kind, String act, String key) {}

    @Test
    void each_key_and_each_act_is_told_once_and_nothing_that_waits_for_another_officer() throws Exception {
        long before = count();
        var id = keyMade();
        var key = giving.get(id).keyHash();
        called(id, fingerprint);
        assertThat(told(before)).as("before the second officer").isEmpty();
        redirected(
                "second-officer",
                post("/seats/" + id + "/approve").param("once", token()).param("method", "practice"));
        var give = Objects.requireNonNull(giving.get(id).act());
        assertThat(told(before)).containsExactly(new Told("XD-1", "GIVEN", give, key));

        signIn();
        var confirmation = said(post("/seat/confirm")).getRedirectedUrl();
        assertThat(count() - before).as("what is only shown").isEqualTo(1);
        approved(confirmation);
        var thread = asked("XD-1");
        var answer = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        approved(answer);
        var waits = said(post("/seat/threads/" + thread + "/unable").param("text", "No register is kept."))
                .getRedirectedUrl();
        approved(waits);
        assertThat(told(before))
                .containsExactly(
                        new Told("XD-1", "GIVEN", give, key),
                        new Told("XD-1", "ACTED", act(confirmation), key),
                        new Told("XD-1", "ACTED", act(answer), key));

        for (var page : List.of("/seat", "/seat/threads/" + thread)) {
            assertThat(seen(page).getContentAsString())
                    .as(page)
                    .contains("Waits for another officer of your authority", waits)
                    .doesNotContain("Waits for your passkey");
        }
        passkey = new SoftPasskey();
        var second = confirmed();
        for (var page : List.of("/seat", "/seat/threads/" + thread)) {
            assertThat(seen(page).getContentAsString())
                    .as(page)
                    .contains("Waits for your passkey", waits)
                    .doesNotContain("Waits for another officer of your authority");
        }
        approved(waits);
        assertThat(told(before).getLast())
                .as("the first key that approved it")
                .isEqualTo(new Told("XD-1", "ACTED", act(waits), key));
        redirected("duty-officer", post("/seats/" + second + "/end").param("since", today()));
        var last = told(before).getLast();
        assertThat(last.kind()).isEqualTo("ENDED");
        assertThat(last.key()).isEqualTo(giving.get(second).keyHash()).isNotEqualTo(key);
        assertThat(threads.act(last.act()).orElseThrow().envelope().type()).isEqualTo("end");
    }

    @Test
    void an_invitation_that_is_ended_before_its_key_was_given_is_told_to_nobody() throws Exception {
        long before = count();
        var id = keyMade();

        redirected("duty-officer", post("/seats/" + id + "/end").param("since", today()));

        assertThat(told(before)).isEmpty();
    }

    @Test
    void a_person_reads_the_document_of_what_was_recorded_for_the_authority_and_of_nothing_else() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        var opening = threads.newest(thread).getFirst().id();
        var answer = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        assertThat(seen("/seat/records/" + act(answer) + "/act.pdf").getStatus())
                .isEqualTo(404);
        approved(answer);

        var page = seen("/seat/records").getContentAsString();
        assertThat(page).contains("/seat/records/" + act(answer) + "/act.pdf", "This node sends no mail");
        var pdf = seen("/seat/records/" + act(answer) + "/act.pdf");
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(new String(pdf.getContentAsByteArray(), 0, 4, US_ASCII)).isEqualTo("%PDF");
        assertThat(seen("/seat/records/" + opening + "/act.pdf").getStatus())
                .as("what the host said")
                .isEqualTo(404);
        assertThat(seen("/seat/records/" + "0".repeat(64) + "/act.pdf").getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_document_names_who_approved_it_and_differs_in_nothing_else_from_what_was_shown() throws Exception {
        var person = giving.get(confirmed()).person();
        var thread = asked("XD-1");
        var preview = said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl();
        var shown = text(preview + "/act.pdf");
        approved(preview);

        var act = threads.act(act(preview)).orElseThrow().envelope();
        var unsaid = making.recorded(act, List.of(), Locale.ENGLISH);
        assertThat(shown).contains(unsaid).doesNotContain(person);
        assertThat(text("/seat/records/" + act(preview) + "/act.pdf"))
                .isEqualTo(shown.replace(unsaid, making.recorded(act, List.of(person), Locale.ENGLISH)));
    }

    private String text(String path) throws Exception {
        try (var pdf = Loader.loadPDF(seen(path).getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test
    void both_sides_read_where_the_authority_is_told() throws Exception {
        var id = keyMade();

        assertThat(page("duty-officer", "/seats/" + id, "en"))
                .contains("Told by mail", "This node sends no mail", "greffe@xd.example");
        assertThat(page("duty-officer", "/seats/" + id, "ar")).doesNotContain("seat.told");
    }

    private long count() {
        return db.sql("select coalesce(max(id), 0) from notification.seat_mail")
                .query(Long.class)
                .single();
    }

    /** Of this test: those after that number. */
    private List<Told> told(long after) {
        return db.sql("select authority, kind, act, key from notification.seat_mail where id > :after order by id")
                .param("after", after)
                .query(Told.class)
                .list();
    }
}
