package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.proof.Malformed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors of docs/protocol/directory.md. Run with {@code -Dvectors.write} to make a new set. */
class VectorsTest {

    private static final Path FOLDER = Path.of("../docs/protocol/vectors/directory");

    @BeforeAll
    static void make() throws IOException {
        if (System.getProperty("vectors.write") != null) {
            write();
        }
    }

    @Test
    void root_entry_list_and_revocation_hang_together() throws IOException {
        var root = Network.read(read("root.json"));
        var first = SignedParticipantEntry.read(read("entry-1.json"));
        var second = SignedParticipantEntry.read(read("entry-2.json"));
        var list = DirectoryList.Signed.read(read("list.json"));
        var revocation = SignedRevocation.read(read("revocation.json"));

        assertThat(first.entry().network()).isEqualTo(root.id());
        assertThat(first.signedByItself()).isTrue();
        assertThat(second.signedByItself()).isTrue();
        assertThat(second.entry().previous()).isEqualTo(first.entry().hash());
        assertThat(second.endorsedBy(first.entry().keys().recovery())).isTrue();
        assertThat(second.endorsedBy(first.entry().keys().entry())).isFalse();
        assertThat(list.signedFor(root)).isTrue();
        assertThat(list.list().lines()).containsExactly(DirectoryList.Line.of(second));
        assertThat(revocation.signedBy(second.entry().keys().recovery())).isTrue();
        assertThat(revocation.version()).isEqualTo(1);
    }

    @Test
    void the_hashes_are_those_of_the_document() throws IOException {
        var hashes = Files.readString(FOLDER.resolve("hashes.txt"));

        assertThat(hashes).isEqualTo(hashes());
    }

    @Test
    void what_is_written_again_is_the_same_bytes() throws IOException {
        assertThat(Network.read(read("root.json")).json()).isEqualTo(read("root.json"));
        assertThat(SignedParticipantEntry.read(read("entry-2.json")).json()).isEqualTo(read("entry-2.json"));
        assertThat(DirectoryList.Signed.read(read("list.json")).json()).isEqualTo(read("list.json"));
        assertThat(SignedRevocation.read(read("revocation.json")).json()).isEqualTo(read("revocation.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1|\"version\":0|field",
                "\"version\":1|\"version\":1.0|not-canonical",
                "\"id\":\"XB-1\"|\"id\":\"xb-1\"|field",
                "\"hours\":|\"ours\":|not-canonical",
                "comity-entry/1|comity-entry/2|format",
                "\"zone\":\"+07:00\"|\"zone\":\"Moon\"|field",
                "https://|http://|field"
            })
    void a_changed_entry_is_refused_with_its_code(String old, String changed, String code) throws IOException {
        var text = new String(read("entry-1.json"), StandardCharsets.UTF_8);
        assertThat(text).contains(old);

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() ->
                        SignedParticipantEntry.read(text.replace(old, changed).getBytes(StandardCharsets.UTF_8)))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private static String hashes() throws IOException {
        return """
                network    %s
                entry-1    %s
                entry-2    %s
                list       %s
                """.formatted(
                Network.read(read("root.json")).id(),
                SignedParticipantEntry.read(read("entry-1.json")).entry().hash(),
                SignedParticipantEntry.read(read("entry-2.json")).entry().hash(),
                DirectoryList.Signed.read(read("list.json")).list().hash());
    }

    private static void write() throws IOException {
        Files.createDirectories(FOLDER);
        KeyPair operator = AnEntry.newKey();
        KeyPair key = AnEntry.newKey();
        KeyPair recovery = AnEntry.newKey();
        KeyPair next = AnEntry.newKey();
        var noon = Instant.parse("2026-11-24T12:00:00Z");
        var root = Network.of("Vectors", operator.getPublic(), true, noon);
        var first = AnEntry.anEntry().inNetwork(root.id()).keys(key, recovery).signed();
        var second =
                AnEntry.anEntry().keys(next, recovery).after(first).signed().endorse(recovery.getPrivate());
        var list = new DirectoryList(
                root.id(),
                1,
                DirectoryList.NOTHING_BEFORE,
                noon,
                noon.plus(Duration.ofDays(7)),
                List.of(DirectoryList.Line.of(second)));
        Files.write(FOLDER.resolve("root.json"), root.json());
        Files.write(FOLDER.resolve("entry-1.json"), first.json());
        Files.write(FOLDER.resolve("entry-2.json"), second.json());
        Files.write(
                FOLDER.resolve("list.json"), list.sign(operator.getPrivate()).json());
        Files.write(
                FOLDER.resolve("revocation.json"),
                SignedRevocation.sign(root.id(), "XB-1", 1, noon, noon, recovery.getPrivate())
                        .json());
        Files.writeString(FOLDER.resolve("hashes.txt"), hashes());
    }

    private static byte[] read(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }
}
