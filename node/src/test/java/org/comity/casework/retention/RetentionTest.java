package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words of ended requests go by the rule, and nothing else, and each page says so. */
class RetentionTest extends RetentionCase {

    @Autowired
    private DomesticFile file;

    @Test
    void what_was_said_goes_and_that_it_was_said_stays_provable() throws Exception {
        var request = ended();
        file.add(request.thread(), Kind.NOTE, "Spoke to the officer on duty.", "", null, null, official("maren"));
        var before = threads.newest(request.thread());
        messageLeaves(request.thread(), "QUEUED", "m-1");
        messageLeaves(request.thread(), "GIVEN_UP", "m-2");
        messageLeaves("another", "GIVEN_UP", "m-3");
        returned(request.thread());
        run(YEAR, threadKeeping);

        assertThat(db.sql(
                                "select subject from exchange.outbox where action = 'MESSAGE' and subject in ('m-1', 'm-2', 'm-3')")
                        .query(String.class)
                        .list())
                .as("what did not leave has words, too")
                .containsExactly("m-3");
        assertThat(threads.newest(request.thread())).hasSameSizeAs(before).allSatisfy(it -> {
            assertThat(it.bodyKept()).isFalse();
            assertThat(it.forgottenAt()).isNotNull();
            assertThat(threads.container(it.id())).isEmpty();
        });
        assertThat(threads.newest(request.thread()))
                .extracting(KeptAct::envelope)
                .isEqualTo(before.stream().map(KeptAct::envelope).toList());
        assertThat(threads.foldsAgain(request.thread())).isTrue();
        assertThat(left(request.thread())).isEmpty();
        assertThat(told(request.thread())).containsOnlyOnce("thread.forgotten");
        assertThat(told(before.getFirst().id())).containsOnlyOnce("body.forgotten");

        run(YEAR, threadKeeping);
        assertThat(told(request.thread())).containsOnlyOnce("thread.forgotten");
    }

    private void messageLeaves(String thread, String status, String id) {
        db.sql("""
                insert into exchange.outbox
                       (destination, action, thread, subject, payload, status, not_before, next_attempt, created_at,
                        last_error, settled_at)
                values ('XD-1', 'MESSAGE', :thread, :id, 'words', :status, now() + interval '9 years',
                        now() + interval '9 years', now(), 'not-reached', now())
                """)
                .param("thread", thread)
                .param("id", id)
                .param("status", status)
                .update();
    }

    @Test
    void every_page_says_on_which_day_it_was_deleted_and_none_fails() throws Exception {
        var request = ended();
        file.add(request.thread(), Kind.NOTE, "Spoke to the officer on duty.", "", null, null, official("maren"));
        var acts = threads.newest(request.thread());
        run(YEAR, threadKeeping);

        var path = "/requests/" + request.reference();
        assertThat(page("duty-officer", path, "en"))
                .contains("deleted under the retention rule on", "Deleted under the retention rule.")
                .doesNotContain("a child is missing", "a@mail.example", "Spoke to the officer", "/act.pdf");
        assertThat(page("duty-officer", path, "ar")).contains("وفق قاعدة الاحتفاظ");
        assertThat(page("duty-officer", path + "/documents", "en"))
                .contains("deleted under the retention rule on")
                .doesNotContain("/act.pdf");
        assertThat(page("duty-officer", path + "/record", "en"))
                .contains("by the word of its keeper alone", "deleted under the retention rule on");
        assertThat(page("duty-officer", path + "/letter", "en")).contains("deleted under the retention rule on");
        for (var act : acts) {
            for (var name : List.of("act.pdf", "act.json", "act.asice")) {
                assertThat(answered(410, "duty-officer", get(path + "/acts/" + act.id() + "/" + name)))
                        .contains("deleted under the retention rule on");
            }
            assertThat(code("duty-officer", "/confirmations/" + act.id())).isLessThan(500);
            answered(410, "duty-officer", get(path + "/letter/letter.pdf?act=" + act.id()));
        }
        for (var draft : drafts(request.thread())) {
            for (var of : List.of("", "/preview", "/approve", "/act.pdf", "/act.json", "/sent")) {
                assertThat(code("duty-officer", "/drafts/" + draft + of)).as(of).isLessThan(500);
            }
        }
        assertThat(code("duty-officer", path + "/letter/reminder.pdf"))
                .as("its letter was never posted")
                .isEqualTo(409);
        for (var at : List.of("/ask", "/withdraw", "/complete", "/request-assistance", "/dispute", "/export")) {
            assertThat(code("duty-officer", path + at)).as(at).isLessThan(500);
        }
        assertThat(code("duty-officer", path + "/thread.zip")).isEqualTo(200);
        var bundle = new ByteArrayOutputStream();
        transaction.executeWithoutResult(_ -> export(request.thread(), bundle));
        assertThat(bundle.toString(StandardCharsets.ISO_8859_1))
                .contains("acts/" + acts.getFirst().id() + ".json")
                .doesNotContain(".asice");
        assertThat(page("oversight", "/oversight?kind=deleted&subject=" + request.reference(), "en"))
                .contains("Texts of a request or joint thread deleted", "Body of an act deleted", "365");
        assertThat(code("duty-officer", "/desk?text=mail.example")).isEqualTo(200);
        assertThat(search(request.thread()))
                .contains(request.reference().toLowerCase(Locale.ROOT))
                .doesNotContain("mail.example");
    }

    @Test
    void a_request_that_was_called_by_its_first_words_is_called_by_what_it_asks() throws Exception {
        var request = ended();
        named(request.thread(), "Jane Doe wrote from Velin.");

        run(YEAR, threadKeeping);

        var row = requests.find(request.reference()).orElseThrow();
        assertThat(List.of(row.subject("en"), row.subject("ar"), search(row.thread())))
                .noneMatch(it -> it.toLowerCase(Locale.ROOT).contains("jane"));
        assertThat(row.subject("en")).isNotBlank();
    }

    @Test
    void nothing_goes_before_its_day_and_a_new_rule_is_shown_first() throws Exception {
        var open = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
        var request = ended();
        db.sql("delete from cooperation.retention_rule").update();
        var later = at(clock.instant().plus(YEAR).plusSeconds(60));

        week(job(YEAR, later, threadKeeping));
        assertThat(kept(request.thread())).as("the rule is new").isTrue();
        assertThat(ledger.lines("retention", null, 1).getFirst().facts()).containsEntry("days", "365");
        week(job(YEAR, at(later.instant().plus(Duration.ofDays(8))), threadKeeping));
        assertThat(kept(request.thread())).isFalse();
        assertThat(kept(open.thread())).as("it has not ended").isTrue();

        var second = ended();
        run(YEAR.plusDays(1), threadKeeping);
        assertThat(kept(second.thread())).as("a year and a day").isTrue();
    }

    @Test
    void why_an_act_was_taken_back_goes_with_its_words() {
        var request = ended();
        var act = threads.opening(request.thread()).orElseThrow().id();
        db.sql(
                        "update thread.act set recalled_at = kept_at, recalled_why = 'The suspect was named by mistake' where id = :a")
                .param("a", act)
                .update();

        run(YEAR, threadKeeping);

        assertThat(threads.act(act).orElseThrow().recalled())
                .satisfies(it -> assertThat(it.why()).isEmpty());
    }

    private void export(String thread, ByteArrayOutputStream to) {
        try {
            threads.export(thread, to);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whatever is left in words in our own tables. */
    private List<String> left(String thread) {
        return db.sql("""
                select text || number from cooperation.file_line where thread = :t and text || number <> ''
                union all select body from cooperation.draft where thread = :t and body <> '{}'
                union all select 'pdf' from cooperation.draft where thread = :t and act_pdf is not null
                union all select text from cooperation.message where thread = :t and text <> ''
                union all select why from cooperation.returned_act r join cooperation.draft d on d.id = r.draft
                           where d.thread = :t
                """).param("t", thread).query(String.class).list();
    }

    private void returned(String thread) {
        db.sql("""
                insert into cooperation.returned_act
                select id, 'Not so.', 'tolva', now(), '{}', '' from cooperation.draft where thread = :t limit 1
                """).param("t", thread).update();
    }

    private String search(String thread) {
        return String.join(
                "\n", db.sql("""
                select said || words::text from cooperation.search_text where thread = :t
                union all select key || said from cooperation.search_key where thread = :t
                union all select key || said from cooperation.search_within where thread = :t
                """).param("t", thread).query(String.class).list());
    }

    /** As what came from an older list: it says nothing but its facts. */
    private void named(String thread, String facts) {
        db.sql("update thread.body set json = :json where act = :act")
                .param("json", CanonicalJson.write(Map.of("facts", facts)))
                .param("act", threads.opening(thread).orElseThrow().id())
                .update();
        db.sql("""
                update cooperation.request
                   set subject = :facts, subjects = jsonb_build_object('en', cast(:facts as text), 'ar', cast(:facts as text))::text
                 where thread = :t
                """).param("facts", facts).param("t", thread).update();
        db.sql(
                        "update cooperation.search_text set said = :facts, words = to_tsvector('simple', :facts) where thread = :t and kind = 'REQUEST'")
                .param("facts", facts)
                .param("t", thread)
                .update();
    }
}
