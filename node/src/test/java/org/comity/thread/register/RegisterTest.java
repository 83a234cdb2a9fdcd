package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.database.PracticeDatabase;
import org.comity.proof.Entry;
import org.comity.proof.SignedEntry;
import org.comity.thread.ActRecalled;
import org.comity.thread.ActRegistered;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.Threads.Counts;
import org.comity.thread.Threads.Kept;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.comity.thread.Threads.Thread;
import org.comity.thread.Threads.Which;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final Clock NOON = Clock.fixed(Acts.NOON, ZoneOffset.UTC);

    private PracticeNode requesting;
    private PracticeNode requested;
    private String thread;

    @BeforeEach
    void two_nodes() throws Exception {
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, NOON);
        requested = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, NOON);
        thread = UUID.randomUUID().toString();
    }

    @Test
    void the_requested_state_keeps_the_register_and_its_entry_is_the_receipt() {
        var act = Acts.in(thread).requesting().open("XA-2026-000001");

        var sent = requesting.keepOwn(act);
        var registered = requested.keepReceived(act);
        requesting.keepEntry(registered.entry());

        assertThat(sent.entry()).isNull();
        assertThat(registered.entry().entry())
                .isEqualTo(new Entry(
                        PracticeParticipants.NETWORK, thread, 1, Entry.NOTHING_BEFORE, act.act().id(),
                        act.containerHash(), Acts.NOON, Entry.EFFECTIVE,
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
        assertThat(requested.published(ActRegistered.class).getLast().entry().entry().effective())
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
        assertThat(requesting.threads.waiting(Acts.NOON.plusMillis(1))).extracting(Thread::id).containsExactly(thread);
        assertThat(requesting.keepReceived(offer).entry()).isEqualTo(entry);
        assertThat(requesting.threads.waiting(Acts.NOON.plusMillis(1))).isEmpty();
        assertThat(requesting.threads.find(thread).orElseThrow().state())
                .isEqualTo(new Parley.Talk("Offered", "7", 0));
    }

    @Test
    void more_entries_than_may_wait_are_refused() throws Exception {
        var narrow = new ThreadLimits(100, 2, 10, 3);
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), narrow, NOON);
        requesting.keepOwn(Acts.in(thread).requesting().open("XA-2026-000001"));
        var chain = new ArrayList<SignedEntry>();
        var previous = Entry.NOTHING_BEFORE;
        for (int n = 1; n <= 4; n++) {
            var entry = new Entry(
                    PracticeParticipants.NETWORK, thread, n, previous, ("" + n).repeat(64), "c".repeat(64), Acts.NOON,
                    Entry.EFFECTIVE, "d".repeat(64));
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
                        e.network(), e.thread(), 1, e.previous(), e.act(), e.container(), e.time().plusMillis(1),
                        e.effect(), e.state()));

        requesting.keepEntry(other);
        var later = Acts.in(thread).requesting().saying("still there?").sealed("say");
        var sent = requesting.keepOwn(later);
        requesting.keepEntry(requested.keepReceived(later).entry());

        assertThat(sent.isNew()).isTrue();
        assertThat(requesting.threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.disputed()).isEqualTo("two-entries");
            assertThat(it.lastEntry()).isEqualTo(1);
        });
        assertThat(requesting.threads.disputeProofs(thread)).satisfiesExactly(
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
    void with_a_counterpart_without_a_node_our_node_keeps_the_register_and_records_what_it_says() {
        var ours = requesting.keepOwn(
                Acts.in(thread).requesting().with("addressee", "XD-1").open("XA-2026-000001"));
        var theirs = requesting.keepOwn(
                Acts.in(thread)
                .with("addressee", "XD-1")
                .with("role", "requested")
                .fact("recorded", "bag")
                .fact("value", "5")
                .sealed("offer"));
        var incoming = UUID.randomUUID().toString();
        var recorded = requesting.keepOwn(Acts.in(incoming)
                .with("addressee", "XD-1")
                .fact("recorded", "mail")
                .open("XA-2026-000002"));

        assertThat(List.of(ours, theirs, recorded)).allSatisfy(it -> assertThat(it.entry()).isNotNull());
        assertThat(requesting.threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.weKeep()).isTrue();
            assertThat(it.state()).isEqualTo(new Parley.Talk("Offered", "5", 0));
        });
        assertThat(requesting.threads.find(incoming).orElseThrow().ourRole()).isEqualTo(Role.REQUESTED);
    }

    @Test
    void what_we_ourselves_said_long_ago_is_recorded_in_our_own_role() {
        requesting.keepOwn(Acts.in(thread)
                .with("addressee", "XD-1")
                .fact("recorded", "bag")
                .fact("speaker", "XA-1")
                .open("XA-2026-000001"));

        assertThat(requesting.threads.find(thread).orElseThrow().ourRole()).isEqualTo(Role.REQUESTING);
    }

    @Test
    void eight_deliveries_of_one_act_at_once_make_one_entry() throws Exception {
        var opening = Acts.in(thread).requesting().open("XA-2026-000001");
        var say = Acts.in(thread).requesting().sealed("say");

        var first = atOnce(8, opening);
        var second = atOnce(8, say);

        assertThat(List.of(first, second)).allSatisfy(kept -> {
            assertThat(kept).filteredOn(Kept::isNew).hasSize(1);
            assertThat(kept).extracting(Kept::entry).doesNotContainNull().containsOnly(kept.getFirst().entry());
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
                .containsExactlyElementsOf(straight.stream().map(SignedEntry::entry).toList());
    }

    @Test
    void a_state_changed_in_the_table_is_folded_again_from_the_last_true_snapshot() {
        opened();
        IntStream.range(0, 7).forEach(i -> requested.keepReceived(
                Acts.in(thread).requesting().saying("say " + i).sealed("say")));
        requested.db.sql("update thread.thread set state = replace(state, '7', '9')").update();
        assertThat(requested.threads.foldsAgain(thread)).isFalse();
        assertThat(requested.threads.find(thread).orElseThrow().state()).isEqualTo(new Parley.Talk("Open", "", 7));

        requested.db.sql("update thread.snapshot set state = replace(state, '\"said\":', '\"said\":1')").update();
        var kept = requested.keepReceived(Acts.in(thread).requesting().saying("on").sealed("say"));

        assertThat(kept.entry().entry().n()).isEqualTo(9);
        assertThat(requested.threads.find(thread).orElseThrow().state()).isEqualTo(new Parley.Talk("Open", "", 8));
        assertThat(requested.threads.foldsAgain(thread)).isTrue();
    }

    @Test
    void a_changed_envelope_or_entry_is_found_by_folding_again() {
        opened();
        requested.keepReceived(Acts.in(thread).requesting().sealed("say"));
        assertThat(requested.threads.foldsAgain(thread)).isTrue();

        requested.db.sql("update thread.act set container_hash = repeat('0', 64) where n = 2").update();

        assertThat(requested.threads.foldsAgain(thread)).isFalse();
    }

    @Test
    void a_body_can_be_forgotten_and_everything_else_holds() throws Exception {
        opened();
        var act = Acts.in(thread).requesting().saying("a name").sealed("say");
        var sealed = new SealedAct(act.act(), zip(Map.of("act.json", "a name", "META-INF/signature.p7s", "signed")));
        requested.keepReceived(sealed);
        var id = act.act().id();

        assertThat(forgotten(id)).isTrue();

        assertThat(forgotten(id)).isFalse();
        assertThat(requested.threads.container(id)).isEmpty();
        assertThat(requested.threads.act(id)).hasValueSatisfying(it -> {
            assertThat(it.bodyKept()).isFalse();
            assertThat(it.body()).isEmpty();
            assertThat(it.envelope()).isEqualTo(act.act().envelope());
            assertThat(it.containerHash()).isEqualTo(sealed.containerHash());
            assertThat(it.n()).isEqualTo(2);
        });
        var left = new ActRows(requested.db).container(id, false).orElseThrow();
        assertThat(new String(left, StandardCharsets.ISO_8859_1)).contains("META-INF/signature.p7s").doesNotContain("act.json");
        assertThat(requested.threads.foldsAgain(thread)).isTrue();
        assertThat(requested.keepReceived(sealed).isNew()).isFalse();
    }

    @Test
    void a_thread_is_exported_with_its_register_and_what_is_there_of_its_acts() throws Exception {
        opened();
        var say = Acts.in(thread).requesting().sealed("say");
        requesting.keepOwn(say);
        requesting.keepEntry(requested.keepReceived(say).entry());
        requested.in(it -> it.forgetBody(say.act().id()));

        var whole = exported(requesting);
        var partly = exported(requested);

        var opening = requested.threads.acts(thread).getFirst().id();
        assertThat(whole)
                .containsExactly(
                        "thread.json", "register/000001.json", "register/000002.json",
                        "acts/%s.asice".formatted(opening), "acts/%s.asice".formatted(say.act().id()));
        assertThat(partly).hasSize(5).contains("acts/%s.json".formatted(say.act().id()));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.threads.export("other", new ByteArrayOutputStream()));
    }

    @Test
    void threads_are_listed_last_changed_first_and_counted() throws Exception {
        var time = new SettableClock();
        requested = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, time);
        var ids = IntStream.rangeClosed(1, 5).mapToObj(number -> {
            time.later();
            var id = UUID.randomUUID().toString();
            requested.keepReceived(Acts.in(id).requesting().open(Acts.reference("XA", number)));
            return id;
        }).toList();
        time.later();
        requested.keepReceived(Acts.in(ids.get(1)).requesting().sealed("close"));
        time.later();
        requested.keepOwn(Acts.in(ids.get(2)).requested().fact("value", "1").sealed("offer"));

        var all = requested.threads.list(Which.ALL, null, 3);
        var rest = requested.threads.list(Which.ALL, all.getLast(), 3);

        assertThat(all).extracting(Thread::id).containsExactly(ids.get(2), ids.get(1), ids.get(4));
        assertThat(rest).extracting(Thread::id).containsExactly(ids.get(3), ids.get(0));
        assertThat(requested.threads.list(new Which("XA-1", Role.REQUESTED, "Offered", false, false), null, 10))
                .extracting(Thread::id)
                .containsExactly(ids.get(2));
        assertThat(requested.threads.list(new Which("XC-1", null, null, null, null), null, 10)).isEmpty();
        assertThat(requested.threads.list(new Which(null, null, null, true, null), null, 10)).hasSize(1);
        assertThat(requested.threads.counts())
                .isEqualTo(new Counts(4, 1, 0, Map.of("Open", 3L, "Offered", 1L)));
        assertThat(requested.threads.findByReference("XA-2026-000003")).hasValueSatisfying(it -> assertThat(it.id())
                .isEqualTo(ids.get(2)));
        assertThat(requested.threads.findByReference("XA-2026-000009")).isEmpty();
    }

    @Test
    void references_count_from_one_each_year() throws Exception {
        var time = new SettableClock();
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, time);

        var first = requesting.in(it -> it.nextReference().text());
        var second = requesting.in(it -> it.nextReference().text());
        time.set(Instant.parse("2027-01-01T00:00:00Z"));
        var nextYear = requesting.in(it -> it.nextReference().text());

        assertThat(List.of(first, second, nextYear))
                .containsExactly("XA-2026-000001", "XA-2026-000002", "XA-2027-000001");
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

        assertThat(requesting.threads.acts(thread)).extracting(KeptAct::n).containsExactly(1L, 2L, null);
        assertThat(requesting.threads.acts(thread, 1)).extracting(KeptAct::n).containsExactly(2L, null);
        assertThat(requesting.threads.entries(thread, 1)).containsExactly(entry);
    }

    @Test
    void the_keeper_gives_a_held_act_its_entry_at_its_hour_and_then_it_is_too_late_to_recall() {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        var until = Acts.NOON.plusSeconds(60);

        var kept = requested.in(it -> it.keepHeld(offer, until));

        assertThat(kept.entry()).isNull();
        assertThat(requested.threads.find(thread).orElseThrow().lastEntry()).isEqualTo(1);
        assertThat(requested.threads.heldUntil(until.minusMillis(1))).isEmpty();
        assertThat(requested.threads.heldUntil(until)).containsExactly(offer.act().id());

        requested.in(it -> registerHeld(it, offer));
        requested.in(it -> registerHeld(it, offer));

        assertThat(requested.threads.act(offer.act().id()).orElseThrow().n()).isEqualTo(2);
        assertThat(requested.threads.find(thread).orElseThrow().lastEntry()).isEqualTo(2);
        assertThat(requested.threads.heldUntil(until)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.in(it -> recall(it, offer, "too late")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("already-registered"));
        requesting.keepReceived(offer);
        requesting.keepEntry(requested.threads.entries(thread, 1).getFirst());
        assertThat(requesting.threads.find(thread).orElseThrow().state().name()).isEqualTo("Offered");
    }

    @Test
    void a_recalled_act_never_was_said() throws Exception {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        requested.in(it -> it.keepHeld(offer, Acts.NOON.plusSeconds(60)));

        requested.in(it -> recall(it, offer, "the wrong value"));
        requested.in(it -> recall(it, offer, "again"));
        requested.in(it -> registerHeld(it, offer));

        var kept = requested.threads.act(offer.act().id()).orElseThrow();
        assertThat(kept.n()).isNull();
        assertThat(kept.recalled().why()).isEqualTo("the wrong value");
        assertThat(requested.threads.heldUntil(Acts.NOON.plusSeconds(61))).isEmpty();
        assertThat(requested.threads.unregistered(Acts.NOON.plusSeconds(61))).isEmpty();
        assertThat(requested.published(ActRecalled.class)).singleElement().satisfies(it -> {
            assertThat(it.opening()).isFalse();
            assertThat(it.thread().lastEntry()).isEqualTo(1);
        });
        var out = new ByteArrayOutputStream();
        requested.threads.export(thread, out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain(offer.act().id());
    }

    private static boolean registerHeld(org.comity.thread.Threads threads, SealedAct act) {
        threads.registerHeld(act.act().id());
        return true;
    }

    private static boolean recall(org.comity.thread.Threads threads, SealedAct act, String why) {
        threads.recall(act.act().id(), why);
        return true;
    }

    private SealedAct opened() {
        var act = Acts.in(thread).requesting().open("XA-2026-000001");
        requesting.keepOwn(act);
        requesting.keepEntry(requested.keepReceived(act).entry());
        return act;
    }

    private boolean forgotten(String act) {
        return requested.in(threads -> threads.forgetBody(act));
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
                var next = Acts.in(thread).requesting().saying(type + steps.size()).sealed(type);
                step(restarting, () -> requesting.keepOwn(next));
                step(restarting, () -> kept[0] = requested.keepReceived(next));
                step(restarting, () -> requesting.keepEntry(kept[0].entry()));
            }
        }
        assertThat(requesting.threads.find(thread).orElseThrow().state())
                .isEqualTo(new Parley.Talk("Agreed", "7", 1));
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
                kept.add(delivery.get(30, TimeUnit.SECONDS));
            }
            return kept;
        }
    }

    private List<String> exported(PracticeNode node) throws Exception {
        var bytes = new ByteArrayOutputStream();
        node.threads.export(thread, bytes);
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                names.add(file.getName());
            }
        }
        return names;
    }

    private static byte[] zip(Map<String, String> files) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Stands still until told. */
    private static final class SettableClock extends Clock {
        private Instant now = Acts.NOON;

        void set(Instant instant) {
            now = instant;
        }

        void later() {
            now = now.plusSeconds(1);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
