package org.comity.proof.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.proof.OtherPrograms.needs;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.item.ItemManifest.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header and payload put together are an age file: other people's programs open ours, and we open theirs. */
class ItemElsewhereTest {

    private static final Path PEER = Path.of("../test/peer").toAbsolutePath().normalize();
    private static final Path AGE = Path.of("/usr/bin/age");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 1_048_577})
    void npm_opens_an_item_for_each_recipient(int size) throws Exception {
        needs(Files.exists(PEER.resolve("node_modules/age-encryption")), "age-encryption (npm ci in test/peer)");
        var item = TestItems.of(size);
        for (var purpose : Purpose.values()) {
            var identity = switch (purpose) {
                case HOLDER -> TestItems.HOLDER;
                case RECEIVER -> TestItems.RECEIVER;
                case RECOVERY -> TestItems.RECOVERY;
            };
            join(item.header(purpose), item.payload());
            run(PEER, "node", "age.mjs", "decrypt", identity.secretText(), file("in"), file("out"));
            assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(item.plain());
        }
    }

    @Test
    void we_match_what_npm_sealed() throws Exception {
        needs(Files.exists(PEER.resolve("node_modules/age-encryption")), "age-encryption (npm ci in test/peer)");
        var item = TestItems.of(1_200_000);
        Files.write(folder.resolve("in"), item.plain());
        run(PEER, "node", "age.mjs", "encrypt", TestItems.HOLDER.recipient().toString(), file("in"), file("out"));
        try (var in = new BufferedInputStream(Files.newInputStream(folder.resolve("out")))) {
            var key = ItemKey.open(AgeHeader.read(in), TestItems.HOLDER);
            assertThat(ItemMatching.read(in, key).plain())
                    .isEqualTo(item.manifest().plain());
        }
    }

    /** Debian's age knows no hybrid recipients yet: header and payload are ours, the stanza is jagged's X25519. */
    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 1_048_577})
    void debians_age_opens_ours_and_we_open_its(int size) throws Exception {
        needs(Files.isExecutable(AGE), "age");
        var item = TestItems.of(size);
        var pair = new X25519KeyPairGenerator().generateKeyPair();
        var secret = pair.getPrivate().toString();
        var recipient = pair.getPublic().toString();
        Files.writeString(folder.resolve("identity"), secret + "\n");
        var header = item.key().header(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
        join(header.bytes(), item.payload());
        run(folder, "age", "-d", "-i", "identity", "-o", "out", "in");
        assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(item.plain());

        run(folder, "age", "-r", recipient, "-o", "again", "out");
        try (var in = new BufferedInputStream(Files.newInputStream(folder.resolve("again")))) {
            var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret);
            var key = ItemKey.open(AgeHeader.read(in), reader);
            assertThat(ItemMatching.read(in, key).plain())
                    .isEqualTo(item.manifest().plain());
        }
    }

    private void join(byte[] header, byte[] payload) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("in"))) {
            out.write(header);
            out.write(payload);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void run(Path where, String... command) throws Exception {
        var process = new ProcessBuilder(List.of(command))
                .directory(where.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
