package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.comity.exchange.Parcel;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Page;
import org.junit.jupiter.api.Test;

/** What a row of a page says when it leaves. */
class JointPayloadsTest {

    private static final String THREAD = "00000000-0000-8000-8000-000000000001";

    private final JointThreads threads = mock(JointThreads.class);

    /** Since it was queued the receiver asked for its own acts as well, of which fewer fit. */
    @Test
    void a_page_that_ends_before_what_was_queued_counts_as_far_as_it_goes() {
        var queued = page(3, 90);
        when(threads.page(THREAD, "XB-1", 3, 90)).thenReturn(page(3, 18));

        var made = new JointPayloads(threads).ofPage(row(JointPayloads.range(queued)));

        assertThat(JointPayloads.range(made.left())).isEqualTo(new JointPayloads.Range(3, 18));
        assertThat(made.left().id()).isEqualTo(7);
    }

    private static OutboxRow row(byte[] range) {
        return new OutboxRow(7, "XB-1", Parcel.Action.PAGE, THREAD, THREAD, range, 1, false, Instant.EPOCH, null);
    }

    private static Page page(long after, long to) {
        var entries = LongStream.rangeClosed(after + 1, to)
                .mapToObj(JointPayloadsTest::entry)
                .toList();
        return new Page(THREAD, after, entries, 90, List.of());
    }

    private static SignedEntry entry(long n) {
        var hash = "%064x".formatted(n);
        return new SignedEntry(
                new Entry("5".repeat(64), THREAD, n, hash, hash, hash, Instant.EPOCH, "effective", hash), "AAAA");
    }
}
