package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.database.CountedStatements;
import org.comity.database.PracticeDatabase;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatApprovals;
import org.comity.thread.Threads.Counts;
import org.comity.thread.Threads.Filter;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.comity.thread.Threads.Thread;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** What a node does with the threads that it has: lists, counts, exports them, forgets bodies. */
class KeptThreadsTest extends TwoRegisters {

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
        var left = new ActRows(requested.db, mock(SeatApprovals.class))
                .container(id, false)
                .orElseThrow();
        assertThat(new String(left, StandardCharsets.ISO_8859_1))
                .contains("META-INF/signature.p7s")
                .doesNotContain("act.json");
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

        var opening = requested.threads.newest(thread).getFirst().id();
        assertThat(whole)
                .containsExactly(
                        "thread.json",
                        "register/000001.json",
                        "register/000002.json",
                        "acts/%s.asice".formatted(opening),
                        "acts/%s.asice".formatted(say.act().id()));
        assertThat(partly)
                .hasSize(5)
                .contains("acts/%s.json".formatted(say.act().id()));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.threads.export("other", new ByteArrayOutputStream()));
    }

    @Test
    void our_acts_of_one_type_are_found_by_counterpart_and_time() {
        opened();
        var say = Acts.in(thread).requesting().saying("ours").sealed("say");
        requesting.keepOwn(say);
        requested.keepReceived(say);
        var counterpart = requesting.threads.find(thread).orElseThrow().counterpart();
        var kept = requesting.threads.act(say.act().id()).orElseThrow().keptAt();

        assertThat(requesting.threads.ours(counterpart, "say", kept.minusSeconds(1), kept.plusSeconds(1)))
                .extracting(KeptAct::id)
                .containsExactly(say.act().id());
        assertThat(requesting.threads.ours(counterpart, "say", kept, kept.plusSeconds(1)))
                .isEmpty();
        assertThat(requesting.threads.ours(counterpart, "say", kept.minusSeconds(1), kept))
                .isEmpty();
        assertThat(requesting.threads.ours(counterpart, "other", kept.minusSeconds(1), kept.plusSeconds(1)))
                .isEmpty();
        assertThat(requesting.threads.ours("XX-1", "say", kept.minusSeconds(1), kept.plusSeconds(1)))
                .isEmpty();
        var other = requested.threads.find(thread).orElseThrow().counterpart();
        assertThat(requested.threads.ours(other, "say", kept.minusSeconds(1), kept.plusSeconds(1)))
                .as("theirs")
                .isEmpty();
    }

    @Test
    void of_acts_without_an_entry_none_is_left_out_however_many() throws Exception {
        opened();
        for (int n = 0; n < 405; n++) {
            requesting.keepOwn(Acts.in(thread).requesting().saying("word " + n).sealed("say"));
        }

        assertThat(exported(requesting)).doesNotHaveDuplicates().hasSize(1 + 1 + 406);
        assertThat(requesting.threads.everyAct(thread).map(KeptAct::id))
                .doesNotHaveDuplicates()
                .hasSize(406);
        assertThat(requesting.threads.withoutEntry(thread).map(KeptAct::id))
                .doesNotHaveDuplicates()
                .hasSize(405);
    }

    @Test
    void acts_of_one_type_are_read_in_the_order_of_the_register_however_many() {
        opened();
        for (int n = 0; n < 205; n++) {
            requested.keepReceived(
                    Acts.in(thread).requesting().saying("word " + n).sealed("say"));
        }

        assertThat(requested.threads.effective(thread, Set.of("say")).map(KeptAct::n))
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(205);
        assertThat(requested.threads.effective(thread, Set.of("other"))).isEmpty();
        var all = requested.threads;
        assertThat(CountedStatements.of(
                        "thread", () -> all.effective(thread, Set.of("say")).count()))
                .as("the second page is not full, so there is no third")
                .isEqualTo(2);
        var some =
                requested.threads.acts(thread, 1, 2).stream().map(KeptAct::id).toList();
        assertThat(requested.threads.acts(List.of(some.getFirst(), some.getLast(), "none")))
                .extracting(KeptAct::id)
                .containsExactlyInAnyOrderElementsOf(some);
        assertThat(requested.threads.acts(List.of())).isEmpty();
    }

    @Test
    void an_act_that_gets_its_entry_while_all_are_read_comes_once() {
        opened();
        for (int n = 0; n < 205; n++) {
            requesting.keepOwn(Acts.in(thread).requesting().saying("word " + n).sealed("say"));
        }
        var last = requesting.threads.withoutEntry(thread).toList().getLast();
        var sealed = new SealedAct(
                new org.comity.proof.act.Act(last.envelope(), last.body()),
                requesting.threads.container(last.id()).orElseThrow());
        var read = requesting.threads.everyAct(thread).iterator();
        var ids = new ArrayList<String>();
        for (int n = 0; n < 10; n++) {
            ids.add(read.next().id());
        }

        requesting.keepEntry(requested.keepReceived(sealed).entry());
        read.forEachRemaining(it -> ids.add(it.id()));

        assertThat(ids).doesNotHaveDuplicates().hasSize(206).contains(last.id());
    }

    @Test
    void after_a_restore_every_act_that_waited_gets_its_entry() {
        opened();
        requested
                .db
                .sql("insert into thread.restoration (restored_at, backup_at) values (:at, :at)")
                .param("at", Acts.NOON.atOffset(ZoneOffset.UTC))
                .update();
        requested = requested.restarted();
        for (int n = 0; n < 205; n++) {
            requested.keepReceived(
                    Acts.in(thread).requesting().saying("word " + n).sealed("say"));
        }
        assertThat(requested.threads.withoutEntry(thread)).hasSize(205);

        requested.in(it -> {
            requested.restoration.open("XA-1", null);
            return 0;
        });

        assertThat(requested.threads.withoutEntry(thread)).isEmpty();
        assertThat(requested.threads.find(thread).orElseThrow().lastEntry()).isEqualTo(206);
    }

    @Test
    void threads_are_listed_last_changed_first_and_counted() throws Exception {
        var time = new SettableClock();
        requested = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, time);
        var ids = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> {
                    time.later();
                    var id = UUID.randomUUID().toString();
                    requested.keepReceived(Acts.in(id).requesting().open(Acts.reference("XA", number)));
                    return id;
                })
                .toList();
        time.later();
        requested.keepReceived(Acts.in(ids.get(1)).requesting().sealed("close"));
        time.later();
        requested.keepOwn(Acts.in(ids.get(2)).requested().fact("value", "1").sealed("offer"));

        var all = requested.threads.list(Filter.ALL, null, 3);
        var rest = requested.threads.list(Filter.ALL, all.getLast(), 3);

        assertThat(all).extracting(Thread::id).containsExactly(ids.get(2), ids.get(1), ids.get(4));
        assertThat(rest).extracting(Thread::id).containsExactly(ids.get(3), ids.get(0));
        assertThat(requested.threads.list(new Filter("XA-1", Role.REQUESTED, "Offered", false, false), null, 10))
                .extracting(Thread::id)
                .containsExactly(ids.get(2));
        assertThat(requested.threads.list(new Filter("XC-1", null, null, null, null), null, 10))
                .isEmpty();
        assertThat(requested.threads.list(new Filter(null, null, null, true, null), null, 10))
                .hasSize(1);
        assertThat(requested.threads.counts()).isEqualTo(new Counts(4, 1, 0, Map.of("Open", 3L, "Offered", 1L)));
    }

    @Test
    void references_count_from_one_each_year() throws Exception {
        var time = new SettableClock();
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, time);

        var first = requesting.ask(it -> it.nextReference().text());
        var second = requesting.ask(it -> it.nextReference().text());
        time.set(Instant.parse("2027-01-01T00:00:00Z"));
        var nextYear = requesting.ask(it -> it.nextReference().text());

        assertThat(List.of(first, second, nextYear))
                .containsExactly("XA-2026-000001", "XA-2026-000002", "XA-2027-000001");
    }

    private boolean forgotten(String act) {
        return requested.in(threads -> threads.forgetBody(act));
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
