package org.comity.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.PracticeFaces;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.junit.jupiter.api.Test;

/** Whatever fails to be read is told to whoever looks after the vault. */
class PlainPartsTest {

    private final HybridIdentity identity = HybridIdentity.generate();
    private final ItemKey key = ItemKey.fresh();
    private final List<UUID> failed = new ArrayList<>();
    private boolean headers = true;
    private Payload payload = () -> new Damaged();

    private interface Payload {
        ReadOnlyChannel open() throws IOException;
    }

    @Test
    void a_payload_that_is_not_there_is_missing() {
        payload = () -> {
            throw new NoSuchFileException("payload");
        };
        refused("missing");
    }

    @Test
    void a_header_that_is_not_there_opens_nothing() {
        headers = false;
        refused("no-key");
    }

    @Test
    void bytes_that_are_not_authentic_are_not_given_out() {
        var item = item(Item.State.MATCHED);
        assertThatIOException().isThrownBy(() -> parts().open(item, 0, 10).readAllBytes());
        assertThat(failed).containsOnly(item.id());
    }

    @Test
    void what_is_known_to_be_lost_is_said_so_and_not_read() {
        for (var state : List.of(Item.State.MISSING, Item.State.DAMAGED)) {
            assertThatExceptionOfType(EvidenceRefused.class)
                    .isThrownBy(() -> parts().open(item(state), 0, 10))
                    .satisfies(it -> assertThat(it.code())
                            .isEqualTo("evidence." + state.name().toLowerCase(java.util.Locale.ROOT)));
        }
        assertThat(failed).isEmpty();
    }

    private void refused(String code) {
        var item = item(Item.State.MATCHED);
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> parts().open(item, 0, 10))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence." + code));
        assertThat(failed).containsExactly(item.id());
    }

    private PlainParts parts() {
        var evidence = PracticeFaces.only(Evidence.class, (what, arguments) -> {
            if (!what.equals("readFailed")) throw new UnsupportedOperationException(what);
            failed.add((UUID) arguments[0]);
            return null;
        });
        var vault = PracticeFaces.only(Vault.class, (what, arguments) -> switch (what) {
            case "headers" -> headers();
            case "kept" -> payload.open();
            default -> throw new UnsupportedOperationException(what);
        });
        return new PlainParts(evidence, vault, PracticeFaces.sealing(identity));
    }

    private Map<String, byte[]> headers() throws IOException {
        if (!headers) throw new NoSuchFileException("headers");
        byte[] header = key.header(identity.recipient()).bytes();
        return Map.of(Digests.sha256(header), header);
    }

    private Item item(Item.State state) {
        var manifest = new ItemManifest(
                key.commitment(),
                new ItemManifest.Payload("ef".repeat(32), 116),
                new ItemManifest.Plain("12".repeat(32), 84),
                List.of(new ItemManifest.Recipient("XB-1", ItemManifest.Purpose.HOLDER, "34".repeat(32))));
        return new Item(
                UUID.randomUUID(),
                "image.dd",
                "",
                "application/octet-stream",
                null,
                null,
                state,
                Instant.EPOCH,
                "pia",
                false,
                null,
                manifest);
    }

    /** A nonce and one chunk, all of it zero. */
    private static final class Damaged extends ReadOnlyChannel {

        Damaged() {
            super(116);
        }

        @Override
        public int read(ByteBuffer into) {
            int n = (int) Math.min(into.remaining(), 116 - at);
            if (n <= 0) return -1;
            into.put(new byte[n]);
            at += n;
            return n;
        }
    }
}
