package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemMatching;
import org.comity.proof.item.PayloadSegments;
import org.junit.jupiter.api.Test;

/** What lies nowhere is the same whenever and wherever it is read. */
class GeneratedItemTest {

    private final GeneratedItem generated = GeneratedItem.of(7, 3);

    @Test
    void its_payload_opens_to_its_content() throws Exception {
        byte[] content = generated.content().readAllBytes();

        var found = ItemMatching.read(Channels.newInputStream(generated.payload()), generated.key());

        assertThat(content).hasSize(3 << 20);
        assertThat(found.plain().sha256()).isEqualTo(Digests.sha256(content));
        assertThat(found.payload().size()).isEqualTo(generated.payload().size());
    }

    @Test
    void any_part_of_it_is_the_part_of_the_whole() throws Exception {
        byte[] whole = Channels.newInputStream(generated.payload()).readAllBytes();
        for (int at : new int[] {0, 10, 16, 65_567, 65_568, 1_000_000, whole.length - 5}) {
            var part = ByteBuffer.allocate(Math.min(70_000, whole.length - at));
            assertThat(generated.payload().position(at).read(part)).isEqualTo(part.capacity());
            assertThat(part.array()).containsExactly(java.util.Arrays.copyOfRange(whole, at, at + part.capacity()));
        }
    }

    @Test
    void a_sink_keeps_what_is_not_whole_and_nothing_else() throws Exception {
        byte[] whole = Channels.newInputStream(generated.payload()).readAllBytes();
        int border = PayloadSegments.length(0, whole.length);
        try (var sink = new DiscardedPayload(whole.length)) {
            sink.write(ByteBuffer.wrap(whole, 0, 1000), 0);
            sink.write(ByteBuffer.wrap(whole, border, 500), border);
            assertThat(read(sink, 0, 1000)).containsExactly(java.util.Arrays.copyOf(whole, 1000));
            assertThat(read(sink, border, 500))
                    .containsExactly(java.util.Arrays.copyOfRange(whole, border, border + 500));

            sink.write(ByteBuffer.wrap(whole, 1000, border - 1000), 1000);
            assertThat(sink.read(ByteBuffer.allocate(1), 0)).isEqualTo(-1);
        }
    }

    private static byte[] read(DiscardedPayload sink, long at, int length) {
        var into = ByteBuffer.allocate(length);
        sink.read(into, at);
        return into.array();
    }
}
