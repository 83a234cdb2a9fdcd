package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.comity.database.PracticeDatabase;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.RoomOfCounterpart.Usage;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.Test;

/** What a counterpart takes up: what it opened and has not ended, and what it sent, until that is forgotten. */
class HoldingRowsTest extends TwoRegisters {

    @Test
    void what_the_counterpart_opened_and_sent_counts_and_what_we_sent_does_not() {
        var opening = opened();
        assertThat(held(requested, "XA-1")).isEqualTo(new Usage(1, opening.container().length));
        assertThat(held(requesting, "XB-1")).isEqualTo(new Usage(0, 0));

        requested.keepReceived(opening);
        requested.keepOwn(Acts.in(thread).requested().fact("value", "7").sealed("offer"));
        assertThat(held(requested, "XA-1")).isEqualTo(new Usage(1, opening.container().length));

        var close = Acts.in(thread).requesting().sealed("close");
        requested.keepReceived(close);
        assertThat(held(requested, "XA-1"))
                .isEqualTo(new Usage(0, opening.container().length + close.container().length));

        requested.in(it -> it.forgetBody(close.act().id()));
        assertThat(held(requested, "XA-1").bytes())
                .isBetween(
                        (long) opening.container().length, opening.container().length + close.container().length - 1L);
    }

    @Test
    void what_it_sent_into_joint_threads_counts_too() {
        var before = held(requested, "XA-1").bytes();
        requested.db.sql("""
                insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                values ('j', 'p/1', 'uncc/1', false, 'XC-1', 'XC-1', 'PARTY', '2026-01-01Z', '2026-01-01Z')
                """).update();
        requested.db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, container, kept_at)
                values ('1', 'j', 'XA-1', '', decode(repeat('ab', 700), 'hex'), '2026-01-01Z'),
                       ('2', 'j', 'XA-1', '', null, '2026-01-01Z'),
                       ('3', 'j', 'XC-1', '', decode(repeat('ab', 9), 'hex'), '2026-01-01Z')
                """).update();

        assertThat(held(requested, "XA-1").bytes()).isEqualTo(before + 700);
    }

    @Test
    void entries_that_wait_have_a_bound_over_all_threads_with_their_keeper() throws Exception {
        var narrow = new ThreadLimits(100, 2, 3, 10, 3);
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), narrow, NOON);
        var other = UUID.randomUUID().toString();
        var third = UUID.randomUUID().toString();
        requesting.keepOwn(Acts.in(thread).requesting().open("XA-2026-000001"));
        requesting.keepOwn(Acts.in(other).requesting().open("XA-2026-000002"));
        requesting.keepOwn(Acts.in(third)
                .between("XA-1", "XC-1")
                .with("role", "requesting")
                .open("XA-2026-000003"));

        var second = waiting(thread, 2, "2".repeat(64), "XB-1");
        requesting.keepEntry(second);
        requesting.keepEntry(waiting(thread, 3, second.entry().hash(), "XB-1"));
        var beside = waiting(other, 2, "2".repeat(64), "XB-1");
        requesting.keepEntry(beside);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        requesting.keepEntry(waiting(other, 3, beside.entry().hash(), "XB-1")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("too-many-parked"));
        requesting.keepEntry(waiting(third, 2, "2".repeat(64), "XC-1"));
    }

    private static SignedEntry waiting(String thread, int n, String previous, String keeper) {
        return PracticeParticipants.sign(
                keeper,
                new Entry(
                        PracticeParticipants.NETWORK,
                        thread,
                        n,
                        previous,
                        ("" + n).repeat(64),
                        "c".repeat(64),
                        Acts.NOON,
                        Entry.EFFECTIVE,
                        "d".repeat(64)));
    }

    private static Usage held(PracticeNode node, String counterpart) {
        return new HoldingRows(node.db).of(counterpart);
    }
}
