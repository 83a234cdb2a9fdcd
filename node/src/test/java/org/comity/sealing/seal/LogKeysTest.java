package org.comity.sealing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.Note;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.ceremony.LogKeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {

    @TempDir
    Path folder;

    @Test
    void the_seal_key_certifies_the_key_of_each_log() {
        var keys = PracticeLogKeys.of("XA-1");
        var signer = keys.of("domestic");
        assertThat(signer.key().name()).isEqualTo("comity/XA-1/domestic");
        assertThat(Note.sign("text\n", signer).signedBy(signer.key())).isTrue();

        var note = Note.read(keys.certification("domestic"));
        var seal = keys.certificates().getFirst().getPublicKey();
        assertThat(LogKeyNote.read(note).key().text()).isEqualTo(signer.key().text());
        assertThat(LogKeyNote.certifies(note, "XA-1", seal)).isTrue();
        assertThat(LogKeyNote.certifies(note, "XB-1", seal)).isFalse();
        var other = PracticeLogKeys.of("XB-1").certificates().getFirst().getPublicKey();
        assertThat(LogKeyNote.certifies(note, "XA-1", other)).isFalse();
    }

    /** Of a public feed anybody may ask for it; a signature of another time would differ. */
    @Test
    void the_seal_key_signs_once_for_each_log() {
        var keys = PracticeLogKeys.of("XA-1");

        assertThat(keys.certification("feed.public")).isEqualTo(keys.certification("feed.public"));
        assertThat(keys.certification("feed.public")).isNotEqualTo(keys.certification("feed.public-2"));
    }

    @Test
    void the_ceremony_makes_the_key_and_only_its_owner_reads_it() throws Exception {
        var file = PracticeKeys.folder("XA-1").resolve("log-key");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void an_older_folder_gets_one_key_however_many_ask_at_once() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<String> ask = () ->
                    java.util.HexFormat.of().formatHex(LogKeyFile.in(folder).getEncoded());
            var all = pool.invokeAll(IntStream.range(0, 16).mapToObj(i -> ask).toList());
            var first = LogKeyFile.in(folder).getEncoded();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(java.util.HexFormat.of().formatHex(first));
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("log-key"));
        }
    }
}
