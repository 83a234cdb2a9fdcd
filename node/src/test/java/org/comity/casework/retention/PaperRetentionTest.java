package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.comity.procedure.RequestRow;
import org.junit.jupiter.api.Test;

/** The letter that a request was written down from goes with its words, and no other's. */
class PaperRetentionTest extends RetentionCase {

    @Test
    void a_letter_that_was_recorded_on_the_page_goes_with_its_request() throws Exception {
        var draft = recorded("MJ/881-26");
        var kept = recorded("MJ/882-26");
        assertThat(said(draft)).isTrue();

        forget(row(draft));

        assertThat(said(draft)).isFalse();
        assertThat(said(kept)).as("another letter").isTrue();
        forget(row(kept));
    }

    @Test
    void an_older_one_that_names_the_reference_alone_goes_where_no_other_has_it() throws Exception {
        var draft = recorded("MJ/883-26");
        var other = row(recorded("MJ/884-26"));
        var row = row(draft);
        db.sql("update cooperation.paper_draft set reference = :r where id = :d")
                .param("r", row.reference())
                .param("d", draft)
                .update();
        named(other, row.reference(), "XA-2");
        try {
            forget(row);
            assertThat(said(draft)).as("it may be the other's").isTrue();
        } finally {
            named(other, other.reference(), "XA-1");
        }

        forget(row);
        assertThat(said(draft)).isFalse();
        forget(other);
    }

    @Test
    void why_a_letter_was_not_posted_goes_too_and_that_it_was_not_stays() throws Exception {
        var row = row(recorded("MJ/885-26"));
        db.sql("""
                insert into cooperation.dispatch (act, thread, ready_at, post_by, not_posted_at, not_posted_why)
                values ('not-posted-885', :t, now(), now(), now(), 'the suspect is dead')
                """).param("t", row.thread()).update();

        forget(row);

        assertThat(db.sql("""
                        select not_posted_at is not null and not_posted_why = ''
                          from cooperation.dispatch where act = 'not-posted-885'
                        """).query(Boolean.class).single()).isTrue();
        db.sql("delete from cooperation.dispatch where act = 'not-posted-885'").update();
    }

    /** The draft of what was recorded. */
    private String recorded(String number) throws Exception {
        var path = redirected(
                "duty-officer",
                multipart("/paper/new")
                        .param("counterpart", "XD-1")
                        .param("cameBy", "mail")
                        .param("text", "Please keep the data of lena8@mail.example. Our reference: " + number));
        redirected(
                "duty-officer",
                post(path)
                        .param("version", "1")
                        .param("then", "record")
                        .param("cameBy", "mail")
                        .param("cameDay", "2026-03-09")
                        .param("letterReference", number)
                        .param("authority", "Ministry of Justice of Dorvane")
                        .param("ourCase", number)
                        .param("facts", "Please preserve")
                        .param("identifiers", "lena8@mail.example")
                        .param("checked", "yes"));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private RequestRow row(String draft) {
        return requests.find(db.sql("select reference from cooperation.paper_draft where id = :d")
                        .param("d", draft)
                        .query(String.class)
                        .single())
                .orElseThrow();
    }

    private void forget(RequestRow row) {
        transaction.executeWithoutResult(_ -> words.forget(row.thread()));
    }

    private boolean said(String draft) {
        return db.sql(
                        "select recognised <> '' or original <> '' or typed <> '{}' from cooperation.paper_draft where id = :d")
                .param("d", draft)
                .query(Boolean.class)
                .single();
    }

    private void named(RequestRow row, String reference, String author) {
        db.sql("update cooperation.request set reference = :r, author = :a where thread = :t")
                .param("r", reference)
                .param("a", author)
                .param("t", row.thread())
                .update();
    }
}
