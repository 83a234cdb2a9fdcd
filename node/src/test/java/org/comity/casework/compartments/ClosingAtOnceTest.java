package org.comity.casework.compartments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.comity.casework.Compartments;
import org.comity.casework.Officers;
import org.comity.database.WaitingForLock;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A request is closed, or opened again, in the moment in which one that follows it is sent. */
class ClosingAtOnceTest extends Officers {

    @Autowired
    private ClosingRequests closing;

    @Autowired
    private Compartments compartments;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    private RequestRow followed;
    private Draft follower;

    @BeforeEach
    void one_waits_for_approval_that_follows_another() {
        followed = requests.ofThread(sent("XD-1", ordinary(), "tolva").thread()).orElseThrow();
        var maren = official("maren");
        var begun = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        var saved = drafts.save(
                begun.id(),
                begun.version(),
                emergency(),
                Map.of(Link.FACT, Link.to(followed.thread()).fact()),
                maren);
        follower = drafts.submit(saved.id(), saved.version(), maren);
    }

    @AfterEach
    void open_again() {
        for (var table : List.of("compartment_officer", "compartment")) {
            db.sql("delete from cooperation." + table + " where thread in (:followed, :follower)")
                    .param("followed", followed.thread())
                    .param("follower", drafts.get(follower.id()).thread())
                    .update();
        }
    }

    @Test
    void what_is_sent_while_the_request_that_it_follows_is_closed_is_closed_as_well() throws Exception {
        var hash = proposed(List.of("maren", "okell"));

        firstThen(() -> confirm(hash), this::approve);

        assertThat(compartments.hiddenFrom("tolva")).contains(followed.thread(), followerThread());
        assertThat(compartments.hiddenFrom("okell")).doesNotContain(followed.thread(), followerThread());
    }

    @Test
    void a_request_is_closed_once_what_follows_it_was_sent() throws Exception {
        var hash = proposed(List.of("maren", "okell"));

        firstThen(this::approve, () -> {
            confirm(hash);
            assertThat(requests.ofThread(followerThread()))
                    .as("it can be seen by then")
                    .isPresent();
        });

        assertThat(compartments.hiddenFrom("tolva")).contains(followed.thread()).doesNotContain(followerThread());
    }

    @Test
    void what_is_sent_while_the_request_that_it_follows_is_opened_again_is_open() throws Exception {
        confirm(proposed(List.of("maren", "okell")));
        var hash = proposed(List.of());

        firstThen(() -> confirm(hash), this::approve);

        assertThat(compartments.hiddenFrom(Compartments.ANYBODY)).doesNotContain(followed.thread(), followerThread());
    }

    /** The second begins when the first has done all but commit. */
    private void firstThen(Runnable first, Runnable second) throws Exception {
        var done = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(() -> transaction.executeWithoutResult(_ -> {
                first.run();
                done.countDown();
                awaited(commit);
            }));
            await().until(() -> one.isDone() || done.getCount() == 0);
            var two = both.submit(() -> transaction.executeWithoutResult(_ -> second.run()));
            await().until(() -> two.isDone() || WaitingForLock.anybody(db));
            commit.countDown();
            one.get();
            two.get();
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

    private String proposed(List<String> named) {
        var maren = official("maren");
        var seen = closing.of(followed.thread()).mark();
        assertThat(closing.propose(
                                followed.address(), new ClosingRequests.TypedClosing(named, "A source.", seen), maren)
                        .any())
                .isFalse();
        return Objects.requireNonNull(closing.of(followed.thread()).proposal()).hash(followed.thread());
    }

    private void confirm(String hash) {
        closing.confirm(followed.address(), hash, new Proof.Practice(), official("okell"));
    }

    private void approve() {
        drafts.approve(follower.id(), new Proof.Practice(), null, official("okell"));
    }

    private String followerThread() {
        return Objects.requireNonNull(drafts.get(follower.id()).thread());
    }
}
