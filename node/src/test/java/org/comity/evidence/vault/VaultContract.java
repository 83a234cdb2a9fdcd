package org.comity.evidence.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** What a vault does, wherever it is. */
abstract class VaultContract {

    static final byte[] HEADER = "header".getBytes(UTF_8);
    static final byte[] MANIFEST = "{\"manifest\":1}".getBytes(UTF_8);

    /** The same each time it is opened. */
    abstract Vault vault() throws Exception;

    /** What the vault does by itself, later. */
    void later(Vault vault) throws Exception {}

    @Test
    void what_is_kept_is_what_was_added() throws Exception {
        var vault = vault();
        byte[] payload = random(3_000_000);
        var id = added(vault, payload);
        assertThat(vault.stored(id)).isEqualTo(payload.length);
        assertThat(vault.manifest(id)).isEmpty();
        assertThat(vault.holds(id)).isTrue();

        vault.keep(id, MANIFEST);
        assertThat(kept(vault, id)).isEqualTo(payload);
        later(vault);

        var again = vault();
        assertThat(again.manifest(id)).hasValue(MANIFEST);
        assertThat(again.headers(id)).containsOnlyKeys(Digests.sha256(HEADER));
        assertThat(again.holds(id)).isTrue();
        assertThat(kept(again, id)).isEqualTo(payload);
    }

    @Test
    void it_is_read_from_any_place() throws Exception {
        var vault = vault();
        byte[] payload = random(500_000);
        var id = added(vault, payload);
        vault.keep(id, MANIFEST);
        later(vault);
        try (var channel = vault.kept(id)) {
            assertThat(channel.size()).isEqualTo(payload.length);
            for (int at : new int[] {499_990, 7, 8, 250_000, 0}) {
                var into = ByteBuffer.allocate(1);
                assertThat(channel.position(at).read(into)).isEqualTo(1);
                assertThat(into.get(0)).isEqualTo(payload[at]);
            }
            assertThat(channel.position(payload.length).read(ByteBuffer.allocate(1)))
                    .isEqualTo(-1);
        }
    }

    @Test
    void a_further_header_lies_beside_the_first() throws Exception {
        var vault = vault();
        var id = added(vault, random(100));
        vault.keep(id, MANIFEST);
        vault.header(id, "further".getBytes(UTF_8));
        later(vault);
        vault.header(id, "last".getBytes(UTF_8));
        assertThat(vault.headers(id))
                .containsOnlyKeys(
                        Digests.sha256(HEADER),
                        Digests.sha256("further".getBytes(UTF_8)),
                        Digests.sha256("last".getBytes(UTF_8)));
        assertThat(vault.headers(id).values()).contains("further".getBytes(UTF_8));
    }

    @Test
    void a_mark_stays_until_the_item_is_kept() throws Exception {
        var vault = vault();
        var id = added(vault, random(100));
        assertThat(vault.marked(id)).isEmpty();
        vault.mark(id, "1".getBytes(UTF_8));
        vault.mark(id, "2".getBytes(UTF_8));
        assertThat(vault().marked(id)).hasValue("2".getBytes(UTF_8));
        vault.keep(id, MANIFEST);
        assertThat(vault.marked(id)).isEmpty();
        later(vault);
        assertThat(vault().manifest(id)).hasValue(MANIFEST);
    }

    @Test
    void of_what_was_given_up_nothing_is_left() throws Exception {
        var vault = vault();
        var id = added(vault, random(100));
        vault.mark(id, "1".getBytes(UTF_8));
        vault.remove(id);
        vault.remove(id);
        assertThat(vault.holds(id)).isFalse();
        assertThat(vault.folders(id.toString().substring(0, 2))).doesNotContainKey(id.toString());
    }

    @Test
    void of_what_is_destroyed_nothing_is_left_wherever_it_lay() throws Exception {
        var vault = vault();
        var handedOn = kept(vault);
        later(vault);
        var here = kept(vault);
        var beside = kept(vault);

        for (var id : List.of(handedOn, here)) {
            vault.destroy(id);
            vault.destroy(id);
            later(vault);
            assertThat(vault.holds(id)).isFalse();
            assertThat(vault.manifest(id)).isEmpty();
            assertThat(vault.folders(id.toString().substring(0, 2))).doesNotContainKey(id.toString());
            assertThatIOException().isThrownBy(() -> vault.kept(id));
        }
        assertThat(vault.headers(beside)).hasSize(2);
        assertThat(kept(vault, beside)).isEqualTo(random(1000));
    }

    private static UUID kept(Vault vault) throws IOException {
        var id = added(vault, random(1000));
        vault.keep(id, MANIFEST);
        vault.header(id, "further".getBytes(UTF_8));
        return id;
    }

    @Test
    void what_is_missing_is_told_from_a_vault_that_is_away() throws Exception {
        var vault = vault();
        assertThatIOException()
                .as("nothing at all is kept: the disk is not mounted, or the bucket another one")
                .isThrownBy(() -> vault.size(UUID.randomUUID()))
                .isNotInstanceOf(NoSuchFileException.class);
        var gone = kept(vault);
        var beside = kept(vault);
        later(vault);
        assertThat(vault.size(gone)).isEqualTo(1000);
        vault.destroy(gone);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> vault.size(gone));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> vault.kept(gone));
        assertThat(vault.size(beside)).isEqualTo(1000);
    }

    @Test
    void a_header_for_nobody_goes_and_the_others_stay() throws Exception {
        var vault = vault();
        var id = added(vault, random(100));
        vault.keep(id, MANIFEST);
        vault.header(id, "first".getBytes(UTF_8));
        vault.removeHeader(id, Digests.sha256("first".getBytes(UTF_8)));
        later(vault);
        vault.header(id, "second".getBytes(UTF_8));
        vault.removeHeader(id, Digests.sha256("second".getBytes(UTF_8)));
        vault.removeHeader(id, Digests.sha256("second".getBytes(UTF_8)));
        assertThat(vault.headers(id)).containsOnlyKeys(Digests.sha256(HEADER));
    }

    @Test
    void everything_that_lies_there_is_named() throws Exception {
        var vault = vault();
        var adding = added(vault, random(100));
        var kept = added(vault, random(100));
        vault.keep(kept, MANIFEST);
        later(vault);
        for (var id : new UUID[] {adding, kept}) {
            assertThat(vault.folders(id.toString().substring(0, 2))).containsKey(id.toString());
        }
        assertThat(vault.foreign()).isEmpty();
        assertThat(vault.holds(UUID.randomUUID())).isFalse();
        assertThat(vault.manifest(UUID.randomUUID())).isEmpty();
    }

    static UUID added(Vault vault, byte[] payload) throws IOException {
        var id = UUID.randomUUID();
        vault.begin(id, Map.of(Digests.sha256(HEADER), HEADER));
        try (var file = vault.payload(id)) {
            file.write(ByteBuffer.wrap(payload));
        }
        return id;
    }

    static byte[] kept(Vault vault, UUID id) throws IOException {
        try (var in = Channels.newInputStream(vault.kept(id))) {
            return in.readAllBytes();
        }
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
