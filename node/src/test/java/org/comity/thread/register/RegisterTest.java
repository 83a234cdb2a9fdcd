package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.comity.database.PracticeDatabase;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ActRegistered;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.Threads.Kept;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.comity.thread.Threads.Thread;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** The register between two nodes: who keeps it, what counts, what is disputed, and that folding again gives the same. */
class RegisterTest extends TwoRegisters {

    @Test
    void the_requested_state_keeps_the_register_and_its_entry_is_the_receipt() {
        var act = Acts.in(thread).requesting().open("XA-2026-000001");

        var sent = requesting.keepOwn(act);
        var registered = requested.keepReceived(act);
        requesting.keepEntry(registered.entry());

        assertThat(sent.entry()).isNull();
        assertThat(registered.entry().entry())
                .isEqualTo(new Entry(
                        PracticeParticipants.NETWORK,
                        thread,
                        1,
                        Entry.NOTHING_BEFORE,
                        act.act().id(),
                        act.containerHash(),
                        Acts.NOON,
                        Entry.EFFECTIVE,
                        Fold.hash("{\"name\":\"Open\",\"said\":0,\"value\":\"\"}")));
        assertThat(requesting.threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.weKeep()).isFalse();
            assertThat(it.ourRole()).isEqualTo(Role.REQUESTING);
            assertThat(it.counterpart()).isEqualTo("XB-1");
            assertThat(it.reference()).isEqualTo("XA-2026-000001");
            assertThat(it.state().name()).isEqualTo("Open");
            assertThat(it.lastEntry()).isEqualTo(1);
        });
        assertThat(requested.threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.weKeep()).isTrue();
            assertThat(it.ourRole()).isEqualTo(Role.REQUESTED);
        });
        assertThat(requesting.published(ActRegistered.class)).singleElement().satisfies(it -> {
            assertThat(it.ours()).isTrue();
            assertThat(it.thread().lastEntry()).isEqualTo(1);
            assertThat(it.act()).isEqualTo(act.act());
        });
        assertThat(requested.threads.container(act.act().id())).hasValue(act.container());
    }

    @Test
    void an_act_that_the_table_does_not_allow_is_registered_without_effect() {
        opened();

        var kept = requested.keepReceived(Acts.in(thread).requesting().sealed("accept"));

        assertThat(kept.entry().entry().effect()).isEqualTo("nothing-offered");
        assertThat(requested.threads.find(thread).orElseThrow().state().name()).isEqualTo("Open");
        assertThat(requested
                        .published(ActRegistered.class)
                        .getLast()
                        .entry()
                        .entry()
                        .effective())
                .isFalse();
    }

    @Test
    void what_is_not_registered_yet_waits_and_is_found() {
        var act = Acts.in(thread).requesting().open("XA-2026-000001");
        requesting.keepOwn(act);

        assertThat(requesting.threads.unregistered(Acts.NOON)).isEmpty();
        assertThat(requesting.threads.unregistered(Acts.NOON.plusMillis(1)))
                .singleElement()
                .satisfies(it -> assertThat(it.id()).isEqualTo(act.act().id()));
        assertThat(requesting.threads.find(thread).orElseThrow().state()).isNull();

        requesting.keepEntry(requested.keepReceived(act).entry());
        assertThat(requesting.threads.unregistered(Acts.NOON.plusMillis(1))).isEmpty();
    }

    @Test
    void an_entry_that_waits_for_its_act_is_found_and_followed_when_the_act_comes() {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        var entry = requested.keepOwn(offer).entry();

        requesting.keepEntry(entry);
        requesting.keepEntry(entry);

        assertThat(requesting.threads.waiting(Acts.NOON)).isEmpty();
        assertThat(requesting.threads.waiting(Acts.NOON.plusMillis(1)))
                .extracting(Thread::id)
                .containsExactly(thread);
        assertThat(requesting.keepReceived(offer).entry()).isEqualTo(entry);
        assertThat(requesting.threads.waiting(Acts.NOON.plusMillis(1))).isEmpty();
        assertThat(requesting.threads.find(thread).orElseThrow().state()).isEqualTo(new Parley.Talk("Offered", "7", 0));
    }

    @Test
    void more_entries_than_may_wait_are_refused() throws Exception {
        var narrow = new ThreadLimits(100, 2, 1000, 10, 3);
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), narrow, NOON);
        requesting.keepOwn(Acts.in(thread).requesting().open("XA-2026-000001"));
        var chain = new ArrayList<SignedEntry>();
        var previous = Entry.NOTHING_BEFORE;
        for (int n = 1; n <= 4; n++) {
            var entry = new Entry(
                    PracticeParticipants.NETWORK,
                    thread,
                    n,
                    previous,
                    ("" + n).repeat(64),
                    "c".repeat(64),
                    Acts.NOON,
                    Entry.EFFECTIVE,
                    "d".repeat(64));
            previous = entry.hash();
            chain.add(PracticeParticipants.sign("XB-1", entry));
        }

        requesting.keepEntry(chain.get(1));
        requesting.keepEntry(chain.get(2));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requesting.keepEntry(chain.get(3)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("too-many-parked"));
    }

    @Test
    void a_disputed_thread_keeps_both_proofs_and_moves_no_more() {
        var opening = opened();
        var honest = requested.threads.entries(thread, 0).getFirst();
        var e = honest.entry();
        var other = PracticeParticipants.sign(
                "XB-1",
                new Entry(
                        e.network(),
                        e.thread(),
                        1,
                        e.previous(),
                        e.act(),
                        e.container(),
                        e.time().plusMillis(1),
                        e.effect(),
                        e.state()));

        requesting.keepEntry(other);
        var later = Acts.in(thread).requesting().saying("still there?").sealed("say");
        var sent = requesting.keepOwn(later);
        requesting.keepEntry(requested.keepReceived(later).entry());

        assertThat(sent.isNew()).isTrue();
        assertThat(requesting.threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.disputed()).isEqualTo("two-entries");
            assertThat(it.lastEntry()).isEqualTo(1);
        });
        assertThat(requesting.threads.disputeProofs(thread))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.ours()).isEqualTo(honest.json());
                            assertThat(first.theirs()).isEqualTo(other.json());
                        },
                        second -> assertThat(second.why()).isEqualTo("came-after"));
        assertThat(requesting.published(ThreadDisputed.class)).hasSize(1);
        assertThat(requesting.threads.act(opening.act().id()).orElseThrow().n()).isEqualTo(1);
    }

    @Test
    void an_entry_of_our_own_that_we_do_not_know_means_that_we_lost_some() throws Exception {
        var opening = opened();
        var say = Acts.in(thread).requesting().sealed("say");
        var lost = requested.keepReceived(say).entry();
        var restored = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 3), PracticeNode.LIMITS, NOON);
        restored.keepReceived(opening);

        restored.keepEntry(lost);

        assertThat(restored.threads.find(thread).orElseThrow().disputed()).isEqualTo("entries-lost");
        assertThat(restored.keepReceived(say).entry()).isNull();
        assertThat(requested.threads.find(thread).orElseThrow().disputed()).isNull();
    }

    @Test
    void eight_deliveries_of_one_act_at_once_make_one_entry() throws Exception {
        var opening = Acts.in(thread).requesting().open("XA-2026-000001");
        var say = Acts.in(thread).requesting().sealed("say");

        var first = atOnce(8, opening);
        var second = atOnce(8, say);

        assertThat(List.of(first, second)).allSatisfy(kept -> {
            assertThat(kept).filteredOn(Kept::isNew).hasSize(1);
            assertThat(kept)
                    .extracting(Kept::entry)
                    .doesNotContainNull()
                    .containsOnly(kept.getFirst().entry());
        });
        assertThat(requested.threads.entries(thread, 0)).hasSize(2);
        assertThat(requested.published(ActRegistered.class)).hasSize(2);
    }

    @Test
    void a_restart_between_any_two_steps_changes_nothing() throws Exception {
        var straight = conversation(false);
        two_nodes();
        thread = straight.getFirst().entry().thread();

        var interrupted = conversation(true);

        assertThat(interrupted)
                .extracting(SignedEntry::entry)
                .containsExactlyElementsOf(
                        straight.stream().map(SignedEntry::entry).toList());
    }

    @Test
    void a_state_changed_in_the_table_is_folded_again_from_the_last_true_snapshot() {
        opened();
        IntStream.range(0, 7)
                .forEach(i -> requested.keepReceived(
                        Acts.in(thread).requesting().saying("say " + i).sealed("say")));
        requested
                .db
                .sql("update thread.thread set state = replace(state, '7', '9')")
                .update();
        assertThat(requested.threads.foldsAgain(thread)).isFalse();
        assertThat(requested.threads.find(thread).orElseThrow().state()).isEqualTo(new Parley.Talk("Open", "", 7));

        requested
                .db
                .sql("update thread.snapshot set state = replace(state, '\"said\":', '\"said\":1')")
                .update();
        var kept =
                requested.keepReceived(Acts.in(thread).requesting().saying("on").sealed("say"));

        assertThat(kept.entry().entry().n()).isEqualTo(9);
        assertThat(requested.threads.find(thread).orElseThrow().state()).isEqualTo(new Parley.Talk("Open", "", 8));
        assertThat(requested.threads.foldsAgain(thread)).isTrue();
    }

    @Test
    void a_changed_envelope_or_entry_is_found_by_folding_again() {
        opened();
        requested.keepReceived(Acts.in(thread).requesting().sealed("say"));
        assertThat(requested.threads.foldsAgain(thread)).isTrue();

        requested
                .db
                .sql("update thread.act set container_hash = repeat('0', 64) where n = 2")
                .update();

        assertThat(requested.threads.foldsAgain(thread)).isFalse();
    }

    @Test
    void acts_come_in_order_of_registration_and_unregistered_last() {
        opened();
        var crossing = Acts.in(thread).requesting().saying("crossing").sealed("say");
        requesting.keepOwn(crossing);
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        var entry = requested.keepOwn(offer).entry();
        requesting.keepReceived(offer);
        requesting.keepEntry(entry);

        assertThat(requesting.threads.newest(thread)).extracting(KeptAct::n).containsExactly(1L, 2L, null);
        assertThat(requesting.threads.acts(thread, 1)).extracting(KeptAct::n).containsExactly(2L);
        assertThat(requesting.threads.everyAct(thread)).extracting(KeptAct::n).containsExactly(1L, 2L, null);
        assertThat(requesting.threads.entries(thread, 1)).containsExactly(entry);
    }

    private List<SignedEntry> conversation(boolean restarting) {
        var steps = List.of("say", "offer", "accept", "say");
        var act = Acts.in(thread).requesting().open("XA-2026-000001");
        step(restarting, () -> requesting.keepOwn(act));
        var kept = new Kept[1];
        step(restarting, () -> kept[0] = requested.keepReceived(act));
        step(restarting, () -> requesting.keepEntry(kept[0].entry()));
        for (var type : steps) {
            if (type.equals("offer")) {
                var offer = Acts.in(thread).requested().fact("value", "7").sealed(type);
                step(restarting, () -> kept[0] = requested.keepOwn(offer));
                step(restarting, () -> requesting.keepEntry(kept[0].entry()));
                step(restarting, () -> requesting.keepReceived(offer));
            } else {
                var next =
                        Acts.in(thread).requesting().saying(type + steps.size()).sealed(type);
                step(restarting, () -> requesting.keepOwn(next));
                step(restarting, () -> kept[0] = requested.keepReceived(next));
                step(restarting, () -> requesting.keepEntry(kept[0].entry()));
            }
        }
        assertThat(requesting.threads.find(thread).orElseThrow().state()).isEqualTo(new Parley.Talk("Agreed", "7", 1));
        assertThat(requesting.threads.entries(thread, 0)).isEqualTo(requested.threads.entries(thread, 0));
        return requesting.threads.entries(thread, 0);
    }

    private void step(boolean restarting, Runnable step) {
        step.run();
        if (restarting) {
            requesting = requesting.restarted();
            requested = requested.restarted();
        }
    }

    private List<Kept> atOnce(int threads, SealedAct act) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var deliveries = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return requested.keepReceived(act);
                    }))
                    .toList();
            start.countDown();
            var kept = new ArrayList<Kept>();
            for (var delivery : deliveries) {
                kept.add(delivery.get(2, TimeUnit.MINUTES));
            }
            return kept;
        }
    }
}
