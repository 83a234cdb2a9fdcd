package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comity.proof.act.Act;
import org.comity.thread.ActsRecordedForOthers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** R150, R157, R158: all that was recorded for it an authority reads, contests and adopts, however much and however long ago. */
class SeatRecordsTest extends JointFromASeat {

    @Autowired
    private ActsRecordedForOthers recorded;

    @Autowired
    private SeatDraftRows drafts;

    @Autowired
    private JdbcClient db;

    @Test
    void who_left_a_joint_thread_reads_it_up_to_then_and_contests_what_was_said_for_it() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        bothSay(post("/seat/joint/" + thread + "/join"));
        var join = joint.acts(thread).getLast().envelope().id();
        bothSay(post("/seat/joint/" + thread + "/leave"));
        var leave = joint.acts(thread).getLast();
        sentInJoint(post("/joint/" + thread + "/meet")
                .param("what", "new")
                .param("topic", "Among the others")
                .param("when.date", inDays(150))
                .param("when.time", "10:00")
                .param("when.zone", "Z"));

        assertThat(seen("/seat").getContentAsString())
                .contains("<a href=\"/seat/joint\"")
                .doesNotContain("/seat/joint/" + thread);
        assertThat(seen("/seat/joint?after=" + before(thread)).getContentAsString())
                .contains("/seat/joint/" + thread);
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .contains("The same servers.", "/acts/" + join + "/act.pdf")
                .doesNotContain("Among the others", "/leave", "Cyber Unit · ");
        var later = joint.acts(thread).getLast().envelope().id();
        assertThat(seen("/seat/joint/" + thread + "/acts/" + later + "/act.pdf").getStatus())
                .isEqualTo(404);
        assertThat(seen("/seat/records?files=joint~" + before(thread)).getContentAsString())
                .contains(join, "/seat/joint/" + thread + "/thread.zip")
                .doesNotContain(later);
        assertThat(seen("/seat/records/" + join + "/act.pdf").getContentAsByteArray())
                .startsWith('%', 'P', 'D', 'F');
        assertThat(seen("/seat/records/" + later + "/act.pdf").getStatus()).isEqualTo(404);
        assertThat(said(post("/seat/records").param("acts", join).param("text", "Nobody of us joined."))
                        .getRedirectedUrl())
                .contains("/seat/acts/");
        assertThat(adopted())
                .contains(thread + " "
                        + Objects.requireNonNull(leave.entry()).entry().seen().fact());
    }

    @Test
    void who_declined_reads_by_what_it_was_asked_and_what_it_said() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        bothSay(post("/seat/joint/" + thread + "/decline"));
        var decline = joint.acts(thread).getLast().envelope().id();

        assertThat(seen("/seat/joint/" + thread).getContentAsString()).contains("The same servers.", decline);
        assertThat(seen("/seat/records").getContentAsString())
                .contains(decline)
                .doesNotContain("/seat/joint/" + thread + "/thread.zip");
        assertThat(said(post("/seat/records").param("acts", decline).param("text", "We never answered."))
                        .getRedirectedUrl())
                .contains("/seat/acts/");
        assertThat(adopted()).contains(thread + " ");

        askedBefore(thread);
        assertThat(seen("/seat/joint/" + thread).getStatus())
                .as("asked before this was written down")
                .isEqualTo(200);
    }

    /** As the migration finds it in the register. */
    private void askedBefore(String thread) throws Exception {
        db.sql("delete from thread.asked_at where thread = :thread")
                .param("thread", thread)
                .update();
        assertThat(seen("/seat/joint/" + thread).getStatus()).isEqualTo(404);
        var migration = new ClassPathResource("db/migration/thread/V230_87__asked_in_at_a_host.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        db.sql(migration.split(";")[1]).update();
    }

    /** As many joint threads of others as one list shows have changed since. */
    @Test
    void no_joint_thread_is_lost_among_those_of_others() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        try {
            db.sql("""
                    insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                    select '00000000-0000-8000-8000-' || lpad(n::text, 12, '0'), procedure, convention, drill, opener, keeper,
                           standing, opened_at, changed_at + interval '1 day'
                      from thread.joint, generate_series(1, 201) as n
                     where id = :id
                    """).param("id", thread).update();

            assertThat(seen("/seat").getContentAsString()).contains("/seat/joint/" + thread);
            assertThat(adopted()).contains(thread + " ");
        } finally {
            db.sql("delete from thread.joint where id like '00000000-0000-8000-8000-%'")
                    .update();
        }
    }

    /** More threads than the seat's first page shows were opened since. */
    @Test
    void what_is_said_today_in_an_old_thread_is_the_newest_that_was_recorded() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        for (int n = 0; n < 51; n++) asked("XD-1");
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        var act = threads.newest(thread).getLast().id();

        var records = seen("/seat/records").getContentAsString();
        var file = "/seat/threads/" + thread + "/thread.zip";
        assertThat(records).contains("value=\"" + act).doesNotContain(file);
        var more = "/seat/records?files=" + found("/seat/records\\?files=([^\"]+)\"", records);
        assertThat(seen(more).getContentAsString()).contains(file);
        assertThat(seen("/seat/records/" + act + "/act.pdf").getContentAsByteArray())
                .startsWith('%', 'P', 'D', 'F');
        assertThat(said(post("/seat/records").param("acts", act).param("text", "Not ours."))
                        .getRedirectedUrl())
                .contains("/seat/acts/");
    }

    @Test
    void what_was_recorded_goes_on_page_by_page_down_to_the_first_key() throws Exception {
        var id = confirmed();
        var thread = asked("XD-1");
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        var keys = new ActsRecordedForOthers.Also(SeatProcedure.ID, "give");

        var first = recorded.of("XD-1", keys, null, 1).getFirst();
        var second = recorded.of("XD-1", keys, first.place(), 1).getFirst();
        var third = recorded.of("XD-1", keys, second.place(), 1).getFirst();

        assertThat(first.envelope().id())
                .isEqualTo(threads.newest(thread).getLast().id());
        assertThat(second.envelope().type()).isEqualTo("confirm");
        assertThat(third.envelope().id()).isEqualTo(giving.get(id).act());
        assertThat(recorded.of("XA-2", keys, null, 1)).isEmpty();
        assertThat(seen("/seat/records?before=" + first.at() + "~"
                                + first.envelope().id())
                        .getContentAsString())
                .doesNotContain("value=\"" + first.envelope().id())
                .contains(second.envelope().id());
        assertThat(seen("/seat/records?before=nonsense~x").getStatus()).isEqualTo(404);
    }

    /** As many slow readers as the pool has connections would stop the node. */
    @Test
    void no_transaction_waits_for_the_line_that_takes_a_thread_away() throws Exception {
        confirmed();
        var thread = asked("XD-1");
        approved(said(post("/seat/threads/" + thread + "/acknowledge")).getRedirectedUrl());
        var waited = new AtomicBoolean();
        var line = new OutputStream() {
            @Override
            public void write(int taken) {
                waited.compareAndSet(false, TransactionSynchronizationManager.isSynchronizationActive());
            }
        };

        threads.exportRegistered(thread, line);
        threads.export(thread, line);

        assertThat(waited).isFalse();
    }

    /** What would be signed. */
    private String adopted() throws Exception {
        var preview = said(post("/seat/records").param("say", "adopt")).getRedirectedUrl();
        var draft = drafts.lock(act(preview), "XD-1").orElseThrow();
        return Act.read(draft.json()).body().get("registers").toString();
    }
}
