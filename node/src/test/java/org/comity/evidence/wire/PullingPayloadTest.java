package org.comity.evidence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.comity.proof.item.PayloadSegments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class PullingPayloadTest {

    private static final int PLAIN = 6_345_678;
    private static final int STREAMS = 3;

    @TempDir
    Path folder;

    private final AtomicReference<FetchJournal> kept = new AtomicReference<>();
    private FileChannel file;
    private Path list;

    @BeforeEach
    void open() throws IOException {
        file = FileChannel.open(
                folder.resolve("payload"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        list = folder.resolve("list");
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    @Test
    void every_stream_is_cut_again_and_again_and_only_what_was_lost_is_fetched_again() throws Exception {
        var chance = new Random(7);
        var cuts = new AtomicInteger();
        var payload = new APayload(PLAIN) {
            @Override
            public InputStream range(String part, long from, long to, long size, long reached) throws IOException {
                int most;
                synchronized (chance) {
                    most = 1 + chance.nextInt(450_000);
                }
                if (to - from <= most) return super.range(part, from, to, size, reached);
                cuts.incrementAndGet();
                return cut(super.range(part, from, to, size, reached), most);
            }
        };
        var reached = pull(payload, FetchJournal.empty(payload.named.size())).run();
        assertThat(reached.complete()).isTrue();
        assertThat(cuts.get()).isGreaterThan(10);
        assertThat(Files.readAllBytes(folder.resolve("payload"))).isEqualTo(payload.bytes);
        assertThat(payload.given.get()).isEqualTo(payload.bytes.length);
    }

    @Test
    void what_the_journal_says_is_in_the_file_and_after_a_crash_it_goes_on_there() throws Exception {
        var payload = new APayload(PLAIN);
        var seen = new AtomicInteger();
        var journal = FetchJournal.empty(payload.named.size());
        var chance = new Random(11);
        for (int starts = 0; !journal.complete() && starts < 100; starts++) {
            long stop = journal.bytes() + 700_000;
            kept.set(journal);
            var pull = new PullingPayload(
                    payload,
                    list(payload),
                    file,
                    journal,
                    written -> {
                        inTheFile(written, payload.bytes);
                        kept.set(written);
                        seen.incrementAndGet();
                        return written.bytes() < stop;
                    },
                    SharedPace.of(3_000_000),
                    STREAMS);
            pull.run();
            journal = kept.get();
            // What was not told is lost by the disk.
            lose(journal, chance);
        }
        assertThat(journal.complete()).isTrue();
        assertThat(seen.get()).isGreaterThan(3);
        assertThat(Files.readAllBytes(folder.resolve("payload"))).isEqualTo(payload.bytes);
    }

    @Test
    void a_changed_byte_is_refused_and_nothing_of_its_segment_stays() throws Exception {
        var payload = new APayload(PLAIN);
        var list = list(payload);
        payload.bytes[(int) PayloadSegments.start(5) + 1000] ^= 1;
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> pull(payload, list, FetchJournal.empty(payload.named.size()))
                        .run())
                .satisfies(it -> assertThat(it.code()).isEqualTo("segment-wrong"))
                .satisfies(it -> assertThat(it.altered().segment()).isEqualTo(5))
                .satisfies(it -> assertThat(it.altered().came())
                        .as("as the page says what it is of")
                        .isEqualTo(afterAZeroByte(payload.bytes, 5)));
        assertThat(kept.get().whole().get(5)).isFalse();
        assertThat(kept.get().parts()).doesNotContainKey(5L);
        assertThat(kept.get().complete()).isFalse();
    }

    private static String afterAZeroByte(byte[] payload, long segment) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        sha256.update(payload, (int) PayloadSegments.start(segment), PayloadSegments.length(segment, payload.length));
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Test
    void a_part_that_our_disk_spoiled_is_fetched_again() throws Exception {
        var payload = new APayload(PLAIN);
        file.write(ByteBuffer.wrap(new byte[500_000]), PayloadSegments.start(2));
        var spoiled = new FetchJournal(new BitSet(), Map.of(2L, 500_000), payload.named.size());
        assertThat(pull(payload, spoiled).run().complete()).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("payload"))).isEqualTo(payload.bytes);
    }

    @Test
    void a_sender_that_ends_early_is_tried_and_left_and_nothing_counts_that_did_not_come() throws Exception {
        var payload = new APayload(PLAIN) {
            @Override
            public InputStream range(String part, long from, long to, long size, long reached) throws IOException {
                if (from >= 6_000_000) return InputStream.nullInputStream();
                return super.range(part, from, Math.min(to, 6_000_000), size, reached);
            }
        };
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() ->
                        pull(payload, FetchJournal.empty(payload.named.size())).run());
        assertThat(kept.get().bytes()).isEqualTo(6_000_000);
        inTheFile(kept.get(), payload.bytes);
    }

    @Test
    void of_a_sender_without_end_only_the_range_is_read() throws Exception {
        var payload = new APayload(PLAIN) {
            @Override
            public InputStream range(String part, long from, long to, long size, long reached) {
                byte[] right = Arrays.copyOfRange(bytes, (int) from, (int) to);
                return counted(new java.io.SequenceInputStream(new ByteArrayInputStream(right), new Endless()));
            }
        };
        assertThat(pull(payload, FetchJournal.empty(payload.named.size())).run().complete())
                .isTrue();
        assertThat(Files.size(folder.resolve("payload"))).isEqualTo(payload.bytes.length);
        assertThat(payload.given.get()).isEqualTo(payload.bytes.length);
    }

    /** Who closes a stream of a library may read from it meanwhile: what its reader gets then are bytes from further on. */
    @Test
    void what_comes_while_it_is_stopped_does_not_count() throws Exception {
        var payload = new APayload(PLAIN) {
            @Override
            public InputStream range(String part, long from, long to, long size, long reached) throws IOException {
                return spoiledByClosing(super.range(part, from, to, size, reached));
            }
        };
        var pull = new PullingPayload(
                payload,
                list(payload),
                file,
                FetchJournal.empty(payload.named.size()),
                written -> {
                    kept.set(written);
                    return payload.given.get() < STREAMS * 16_384L;
                },
                SharedPace.FREE,
                STREAMS);

        var reached = pull.run();

        assertThat(reached.bytes()).isEqualTo(STREAMS * 16_384L);
        inTheFile(reached, payload.bytes);
    }

    @Test
    void a_stream_that_breaks_for_an_unforeseen_reason_gives_it_to_whoever_waits() throws Exception {
        var payload = new APayload(PLAIN) {
            @Override
            public InputStream range(String part, long from, long to, long size, long reached) {
                throw new IllegalStateException("the client is closed");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        pull(payload, FetchJournal.empty(payload.named.size())).run())
                .withRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_list_of_another_root_is_refused_and_not_kept() throws Exception {
        var payload = new APayload(PLAIN);
        byte[] wrong = payload.list();
        wrong[40] ^= 1;
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SegmentList.fetch(listed(wrong), payload.named, folder.resolve("list.part"), list, 0))
                .satisfies(it -> assertThat(it.code()).isEqualTo("root-wrong"));
        assertThat(list).doesNotExist();
        assertThat(folder.resolve("list.part")).doesNotExist();
    }

    @Test
    void a_list_that_broke_off_goes_on_at_the_byte() throws Exception {
        var payload = new APayload(PLAIN);
        byte[] right = payload.list();
        Files.write(folder.resolve("list.part"), Arrays.copyOf(right, 77));
        var source = listed(right);
        SegmentList.fetch(source, payload.named, folder.resolve("list.part"), list, 0);
        assertThat(Files.readAllBytes(list)).isEqualTo(right);
        assertThat(source.given.get()).isEqualTo(right.length - 77);
    }

    @Test
    void an_empty_item_is_one_segment() throws Exception {
        var payload = new APayload(0);
        assertThat(pull(payload, FetchJournal.empty(payload.named.size())).run().complete())
                .isTrue();
        assertThat(Files.readAllBytes(folder.resolve("payload"))).isEqualTo(payload.bytes);
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }
    }

    /** After its first record it gives nothing until it is closed, and then what is not the next. */
    private static InputStream spoiledByClosing(InputStream in) {
        var closed = new CountDownLatch(1);
        return new java.io.FilterInputStream(in) {
            private boolean begun;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (begun) {
                    awaitUninterruptibly(closed);
                    Arrays.fill(into, offset, offset + length, (byte) 7);
                    return length;
                }
                begun = true;
                return super.read(into, offset, length);
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream cut(InputStream in, int most) {
        return new java.io.FilterInputStream(in) {
            private int left = most;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (left == 0) throw new SocketException("Connection reset");
                int n = super.read(into, offset, Math.min(left, length));
                left -= n;
                return n;
            }
        };
    }

    private static APayload listed(byte[] list) {
        return new APayload(1) {
            @Override
            public InputStream range(String part, long from, long to, long size, long reached) {
                assertThat(size).isEqualTo(list.length);
                return counted(new ByteArrayInputStream(Arrays.copyOfRange(list, (int) from, (int) to)));
            }
        };
    }

    private SegmentList list(APayload payload) throws IOException {
        Files.write(list, payload.list());
        return SegmentList.open(list);
    }

    private PullingPayload pull(APayload payload, FetchJournal from) throws IOException {
        return pull(payload, list(payload), from);
    }

    private PullingPayload pull(APayload payload, SegmentList segments, FetchJournal from) {
        return new PullingPayload(
                payload,
                segments,
                file,
                from,
                written -> {
                    kept.set(written);
                    return true;
                },
                SharedPace.FREE,
                STREAMS);
    }

    private void inTheFile(FetchJournal journal, byte[] right) {
        journal.whole().stream().forEach(it -> same(it, PayloadSegments.length(it, journal.size()), right));
        journal.parts().forEach((segment, bytes) -> same(segment, bytes, right));
    }

    private void same(long segment, int length, byte[] right) {
        var there = ByteBuffer.allocate(length);
        int start = (int) PayloadSegments.start(segment);
        try {
            while (there.hasRemaining()) {
                assertThat(file.read(there, start + there.position())).isPositive();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(Arrays.equals(there.array(), 0, length, right, start, start + length))
                .isTrue();
    }

    private void lose(FetchJournal journal, Random chance) throws IOException {
        for (long segment = 0; segment < PayloadSegments.count(journal.size()); segment++) {
            if (journal.whole().get((int) segment)) continue;
            int here = journal.parts().getOrDefault(segment, 0);
            byte[] other = new byte[PayloadSegments.length(segment, journal.size()) - here];
            chance.nextBytes(other);
            file.write(ByteBuffer.wrap(other), PayloadSegments.start(segment) + here);
        }
    }
}
