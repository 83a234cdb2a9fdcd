package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.comity.casework.Officers;
import org.comity.database.WaitingForLock;
import org.comity.identity.Approvals.Proof;
import org.comity.thread.JointThreads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A joint thread is closed in the moment in which another act of it is approved. */
class JointThreadClosesMeanwhileTest extends Officers {

    private static final String PROCEDURE = "joint-investigation/1";

    private static final Map<String, Object> PROPOSAL = Map.of(
            "instrument", "uncc",
            "authority", "Cyber Unit",
            "matter", "One botnet in three States",
            "offence", "Illegal access",
            "facts", "The same servers.",
            "why", "Measures on one day.",
            "places", "In all of them.");

    private static final Map<String, Object> MEETING = Map.of("what", "new", "topic", "One day for all measures");

    @Autowired
    private WritingJointActs writing;

    @Autowired
    private JointThreads joint;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Test
    void what_is_approved_while_the_thread_is_closed_is_refused_and_does_not_stand_in_it() throws Exception {
        var thread = begun();
        var meeting = submitted(thread, "meet", MEETING);
        var end = submitted(thread, "withdraw", Map.of("text", "It is over."));

        var late = firstThen(end, meeting);

        assertThatThrownBy(late::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        JointRefused.class, it -> assertThat(it.code()).isEqualTo("joint.not-offered"));
        assertThat(types(thread)).containsExactly("propose", "withdraw");
        assertThat(writing.get(meeting).status()).isEqualTo(JointDraft.Status.SUBMITTED);
        thrownAway(meeting);
    }

    @Test
    void what_was_approved_first_stands_before_the_act_that_closes_the_thread() throws Exception {
        var thread = begun();
        var meeting = submitted(thread, "meet", MEETING);
        var end = submitted(thread, "withdraw", Map.of("text", "It is over."));

        firstThen(meeting, end).get();

        assertThat(types(thread)).containsExactly("propose", "meet", "withdraw");
        assertThat(joint.acts(thread)).isNotEmpty().allMatch(JointThreads.KeptAct::effective);
    }

    /** Its keeper would say the same; who left may still leave. */
    @Test
    void nothing_is_sent_to_a_keeper_whose_thread_is_closed_as_far_as_it_is_here() {
        var thread = begun();
        var meeting = submitted(thread, "meet", MEETING);
        approve(submitted(thread, "withdraw", Map.of("text", "It is over.")));
        db.sql("""
                update thread.joint
                   set keeper = 'XB-1', state = replace(state, '"keeper":"XA-1"', '"keeper":"XB-1"')
                 where id = :id
                """).param("id", thread).update();
        assertThat(joint.find(thread).orElseThrow().weKeep()).isFalse();

        assertThatThrownBy(() -> approve(meeting)).isInstanceOf(JointRefused.class);

        assertThat(types(thread)).containsExactly("propose", "withdraw");
        thrownAway(meeting);
    }

    /** The second begins when the first has done all but commit. */
    private Future<?> firstThen(String first, String second) throws Exception {
        var done = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(() -> transaction.executeWithoutResult(_ -> {
                approve(first);
                done.countDown();
                awaited(commit);
            }));
            await().until(() -> one.isDone() || done.getCount() == 0);
            var two = both.submit(() -> approve(second));
            await().until(() -> two.isDone() || WaitingForLock.anybody(db));
            assertThat(two.isDone()).as("it waits for the first").isFalse();
            commit.countDown();
            one.get();
            return two;
        } finally {
            commit.countDown();
        }
    }

    private static void awaited(CountDownLatch done) {
        try {
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> types(String thread) {
        return joint.acts(thread).stream().map(it -> it.envelope().type()).toList();
    }

    private String begun() {
        var draft =
                writing.start(null, PROCEDURE, "propose", "uncc/2", PROPOSAL, Map.of(), List.of(), official("maren"));
        writing.submit(draft.id(), official("maren"));
        approve(draft.id());
        return Objects.requireNonNull(writing.get(draft.id()).thread());
    }

    private String submitted(String thread, String type, Map<String, Object> body) {
        var draft = writing.start(thread, PROCEDURE, type, "uncc/2", body, Map.of(), List.of(), official("maren"));
        return writing.submit(draft.id(), official("maren")).id();
    }

    private void thrownAway(String draft) {
        writing.giveBack(draft, "It is over.", official("maren"));
        writing.discard(draft, official("maren"));
    }

    private void approve(String draft) {
        writing.approve(draft, new Proof.Practice(), official("tolva"));
    }
}
