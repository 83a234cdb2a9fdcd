package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.conference.text.KeptText.Comment;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No voice can use up the room of the others, a page takes a few of each paragraph, and what was replaced goes with its act. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private JdbcClient db;
    private CommentRows rows;

    @BeforeAll
    void three_texts_of_three_paragraphs() throws Exception {
        db = JdbcClient.create(PracticeDatabase.fresh("conference"));
        rows = new CommentRows(db);
        for (var key : new String[] {"flooded", "paged", "forgotten"}) {
            db.sql("""
                    with t as (insert into conference.text (key, title, language, editor, everybody, opened_by, opened_at)
                               values (:key, 'A text', 'en', 'The chair', true, 'maren', :at) returning id),
                         v as (insert into conference.text_version (text, n, day, note, made_by, made_at)
                               select id, 1, :day, '', 'maren', :at from t returning text)
                    select text from v
                    """)
                    .param("key", key)
                    .param("at", NOON.atOffset(java.time.ZoneOffset.UTC))
                    .param("day", LocalDate.of(2026, 11, 28))
                    .query(Long.class)
                    .single();
            db.sql("insert into conference.text_paragraph (text, version, place, key, words)"
                            + " select :text, 1, n, n, 'Words.' from generate_series(1, 3) n")
                    .param("text", text(key))
                    .update();
        }
    }

    /** The id of a participant is the longest; a code of the treaty's table has twelve letters at most. */
    @Test
    void every_list_of_voices_takes_the_longest_voice_and_the_shortest() {
        var checks = db.sql("""
                        select r.relname || '.' || a.attname as place, pg_get_expr(c.conbin, c.conrelid) as says, a.attname
                          from pg_constraint c join pg_class r on r.oid = c.conrelid
                          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                         where c.contype = 'c' and c.connamespace = 'conference'::regnamespace
                           and a.attname in ('voice', 'who')
                        """)
                .query((row, n) -> Map.entry(row.getString("place"), List.of(row.getString(2), row.getString(3))))
                .list();
        assertThat(checks).hasSizeGreaterThanOrEqualTo(8);
        for (var voice : List.of("XA", "ZZ-ABCDEFGHIJ0123456789", "UNION-ABC-12", "OBSERVER-1000")) {
            for (var check : checks) {
                assertThat(db.sql("select %s from (values (:voice::text)) as it (%s)"
                                        .formatted(
                                                check.getValue().get(0),
                                                check.getValue().get(1)))
                                .param("voice", voice)
                                .query(Boolean.class)
                                .single())
                        .as("%s holds %s", check.getKey(), voice)
                        .isTrue();
            }
        }
    }

    @Test
    void one_state_that_replaces_its_words_for_ever_keeps_no_other_from_speaking() {
        long text = text("flooded");
        for (int i = 0; i < CommentRows.MOST_OF_VOICE; i++) {
            assertThat(rows.full(text, 1, "XA")).isFalse();
            rows.comment(text, 1, said(1, "XA", "No. " + i, null), null, "maren");
        }

        assertThat(rows.full(text, 1, "XA")).isTrue();
        assertThat(rows.full(text, 1, "XB")).isFalse();
        assertThat(rows.full(text, 2, "XA")).isFalse();
        assertThat(rows.counting(text, 1, 5)).extracting(Comment::words).containsExactly("No. 999");
    }

    @Test
    void a_page_takes_a_few_of_each_paragraph_and_counts_all_that_stand() {
        long text = text("paged");
        for (char second = 'A'; second <= 'H'; second++) {
            for (int paragraph = 1; paragraph <= 3; paragraph++) {
                rows.comment(text, 1, said(paragraph, "X" + second, "Words.", null), null, "maren");
            }
        }
        rows.comment(text, 1, said(2, "XA", "Other words.", null), null, "maren");

        assertThat(rows.counting(text, 1, 5))
                .hasSize(15)
                .extracting(Comment::paragraph)
                .contains(1, 2, 3);
        assertThat(rows.counting(text, 1, 2, CommentRows.MOST_VOICES)).hasSize(8);
        assertThat(rows.replaced(text, 1, 2, 50)).extracting(Comment::words).containsExactly("Words.");
        assertThat(rows.counted(text, 1))
                .extracting(CountedComments::said, CountedComments::unanswered)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(8L, 8L))
                .hasSize(3);
    }

    @Test
    void what_was_replaced_goes_with_the_words_of_its_act_and_what_counts_stays() {
        long text = text("forgotten");
        rows.comment(text, 1, said(1, "XA", "First.", "a1"), "thread", null);
        rows.comment(text, 1, said(1, "XA", "Now.", "a2"), "thread", null);
        rows.comment(text, 1, said(1, "XB", "Earlier.", "b1"), "other", null);
        rows.takenBack("other", NOON);

        rows.forgetting("thread");

        assertThat(rows.counting(text, 1, 5)).extracting(Comment::words).containsExactly("Now.");
        assertThat(rows.replaced(text, 1, 1, 50)).extracting(Comment::words).containsExactly("Earlier.");
        rows.forgetting("other");
        assertThat(rows.replaced(text, 1, 1, 50)).isEmpty();
    }

    private long text(String key) {
        return db.sql("select id from conference.text where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private static Comment said(
            int paragraph, String voice, String words, @org.jspecify.annotations.Nullable String act) {
        return new Comment(
                0, paragraph, voice, true, "concern", words, "mail", LocalDate.of(2026, 11, 28), act, "", "", NOON);
    }
}
