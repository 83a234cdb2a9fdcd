package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules R70 to R79 of docs/protocol: what was changed in an exported thread, left out or is too large is named. */
@Tag("long")
class TamperedThreadTest extends ExportedThread {

    /** Of each file; each run has a seed of its own, so that few a run come to many. */
    private static final int CHANGES = Boolean.getBoolean("comity.full") ? 60 : 8;

    @Test
    void every_file_of_the_thread_with_a_byte_changed_is_refused() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("TamperedThreadTest -Dseed=" + seed);
        var chance = new Random(seed);
        var root = unpacked();
        for (Path each : files(root)) {
            byte[] right = Files.readAllBytes(each);
            for (int i = 0; i < CHANGES; i++) {
                byte[] changed = right.clone();
                changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
                Files.write(each, changed);
                assertThat(verify(root, "--anchor", ca)).as(each.toString()).isEqualTo(1);
            }
            Files.write(each, right);
        }
        assertThat(verify(root, "--anchor", ca)).isZero();
    }

    @Test
    void every_file_left_out_is_missed() throws IOException {
        var root = unpacked();
        for (Path each : files(root)) {
            byte[] right = Files.readAllBytes(each);
            Files.delete(each);
            boolean last = each.toString().endsWith("000002.json");
            assertThat(verify(root, "--anchor", ca)).as(each.toString()).isEqualTo(last ? 0 : 1);
            if (last) {
                assertThat(said).contains("sent, not registered");
            }
            Files.write(each, right);
        }
    }

    @Test
    void a_file_that_is_no_part_of_it_is_named_however_deep_it_lies() throws IOException {
        var root = unpacked();
        Files.writeString(
                Files.createDirectories(root.resolve("acts/a/b/c/d/e")).resolve("planted"), "");
        verify(root, "--anchor", ca);
        assertThat(said).contains("acts/a/b/c/d/e/planted");
    }

    @Test
    void limit_of_a_file_in_the_bundle() throws IOException {
        var root = unpacked();
        var file = root.resolve("acts/" + REQUEST.id() + ".asice");
        Files.write(file, new byte[5 * 1024 * 1024]);
        verify(root, "--anchor", ca);
        assertThat(said).contains("[container-zip]").doesNotContain("[bundle-too-large]");
        Files.write(file, new byte[5 * 1024 * 1024 + 1]);
        assertThat(verify(root, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[bundle-too-large]");
    }

    @Test
    void limit_of_files_in_the_bundle() throws IOException {
        assertThat(BundleFiles.open(many(20_001)).names()).hasSize(20_001);
        assertThat(verify(many(20_002), "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[bundle-too-large]");
    }

    /** What one program unpacks and another does not is nobody's thread. */
    @Test
    void a_zip_with_a_name_twice_or_bytes_beside_its_entries_is_refused() throws IOException {
        byte[] right = Files.readAllBytes(zip);
        var twice = new String(right, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("register/000002.json", "register/000001.json");
        Files.writeString(zip, twice, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("register/000001.json", "[container-twice]");
        Files.write(zip, java.util.Arrays.copyOf(right, right.length + 1));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[container-zip]");
    }

    private Path many(int count) throws IOException {
        var file = folder.resolve(count + ".zip");
        try (var out =
                new java.util.zip.ZipOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < count; i++) {
                out.putNextEntry(new java.util.zip.ZipEntry("register/" + i));
            }
        }
        return file;
    }

    @Test
    void limit_of_a_certificate_file() throws IOException {
        var pem = Files.readString(Path.of(ca));
        var large = folder.resolve("large.pem");
        Files.writeString(large, pem + "\n".repeat((1 << 20) - pem.length()));
        assertThat(verify(zip, "--anchor", large.toString())).isZero();
        Files.writeString(large, pem + "\n".repeat((1 << 20) + 1 - pem.length()));
        assertThat(verify(zip, "--anchor", large.toString())).isEqualTo(2);
    }

    @Test
    void a_link_is_no_file() throws IOException {
        var root = unpacked();
        var file = root.resolve("register/000001.json");
        Files.move(file, folder.resolve("elsewhere.json"));
        Files.createSymbolicLink(file, folder.resolve("elsewhere.json"));
        assertThat(verify(root, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[bundle-file]");
    }

    private static List<Path> files(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
