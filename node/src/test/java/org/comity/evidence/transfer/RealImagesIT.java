package org.comity.evidence.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.Evidence;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.vault.Vault;
import org.comity.exchange.PracticeWorld;
import org.comity.proof.ReadingProgress;
import org.comity.proof.bag.Bag;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.item.ItemMatching;
import org.comity.sealing.Sealing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disk images as laboratories send them (Debian's forensics-samples, MIT), from one authority to another on a disk: added,
 * sealed, packed, brought in, matched, opened, and read by The Sleuth Kit as before.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealImagesIT {

    private static final Path SAMPLES = Path.of("target", "forensics-samples").toAbsolutePath();
    private static final String THREAD = "thread";
    private static final String ACT = "a".repeat(64);

    @TempDir
    static Path folder;

    private final PracticeWorld world = new PracticeWorld().with("XA-1", null).with("XB-1", null);
    private PracticeEnd xa;
    private PracticeEnd xb;

    @BeforeAll
    void start() throws Exception {
        xb = new PracticeEnd("XB-1", world, folder.resolve("xb"));
        xa = new PracticeEnd("XA-1", world, folder.resolve("xa"));
        // Nothing answers by wire.
        xb.at(1);
        xa.at(xa.port());
    }

    @AfterAll
    void stop() {
        if (xa != null) xa.close();
        if (xb != null) xb.close();
    }

    @Test
    void a_disk_with_four_partitions_opens_with_the_sleuth_kit() throws Exception {
        var image = sample("multiple");
        var opened = carried(image);
        assertThat(Files.mismatch(opened, image)).isEqualTo(-1);
        assertThat(said("mmls", opened.toString()))
                .isEqualTo(said("mmls", image.toString()))
                .contains("NTFS / exFAT");
        assertThat(said("fls", "-o", "227328", opened.toString())).contains("debian_logo.jpg", "test.txt");
    }

    @Test
    void an_ext4_image_opens_with_the_sleuth_kit() throws Exception {
        var image = sample("ext4");
        var opened = carried(image);
        assertThat(Files.mismatch(opened, image)).isEqualTo(-1);
        assertThat(said("fls", "-r", "-o", "2048", opened.toString()))
                .isEqualTo(said("fls", "-r", "-o", "2048", image.toString()))
                .isNotBlank();
    }

    @Test
    void an_image_in_the_format_of_laboratories_passes_its_own_check() throws Exception {
        var image = sample("multiple");
        said(
                "ewfacquire",
                "-u",
                "-q",
                "-c",
                "fast",
                "-t",
                folder.resolve("disk").toString(),
                image.toString());
        var opened = carried(folder.resolve("disk.E01"));
        assertThat(said("ewfverify", "-q", opened.toString())).contains("SUCCESS");
    }

    /** The whole way; @return what the receiver opened */
    private Path carried(Path image) throws Exception {
        var name = image.getFileName().toString();
        var begun = xb.evidence()
                .begin(
                        new Evidence.Beginning(name, "application/octet-stream", THREAD, Files.size(image)),
                        PracticeEnd.PIA);
        try (var in = Files.newInputStream(image)) {
            xb.evidence().add(begun, 0, in);
        }
        var sha256 = said("sha256sum", image.toString()).substring(0, 64);
        assertThat(xb.evidence()
                        .finish(begun, sha256, PracticeEnd.PIA)
                        .sealed()
                        .plain()
                        .sha256())
                .isEqualTo(sha256);
        var manifest = xb.releases().prepare(begun, "XA-1", PracticeEnd.PIA);
        xb.releases().release(manifest.sha256(), "XA-1", THREAD, ACT);
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);

        var bag = folder.resolve("bag-" + name);
        var writing = new BagWriting(bag, written -> {});
        xb.bean(CarriedItems.class).put(writing, THREAD, it -> {});
        writing.finish(new TreeMap<>(Map.of("Source-Organization", "XB-1")), null);
        assertThat(Bag.open(bag, Bag.Limits.STANDARD).check().failed()).isEmpty();
        // As another program sees it.
        said(bag, "sha256sum", "--quiet", "-c", Bag.LIST);

        xa.bean(CarriedItems.class)
                .take(
                        bag.resolve("data/items/" + manifest.sha256()),
                        manifest.sha256(),
                        PracticeEnd.PIA,
                        ReadingProgress.SILENT);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> xa.arrivals().find(manifest.sha256()).orElseThrow().state() == State.MATCHED);
        return opened(xa.arrivals().find(manifest.sha256()).orElseThrow().item(), name);
    }

    private Path opened(UUID item, String name) throws Exception {
        var vault = xa.bean(Vault.class);
        var key = xa.bean(Sealing.class)
                .openItem(vault.headers(item).values().iterator().next());
        var file = folder.resolve("opened-" + name);
        try (var in = Channels.newInputStream(vault.kept(item));
                var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            ItemMatching.read(in, key, (plain, length) -> out.write(plain, 0, length));
        }
        return file;
    }

    /** Fetched from Debian once; what cannot be fetched is said, and not passed over in silence. */
    private static Path sample(String kind) throws Exception {
        var image = SAMPLES.resolve("fs." + kind);
        if (Files.exists(image)) return image;
        Files.createDirectories(SAMPLES);
        var fetched = run(SAMPLES, "apt-get", "download", "forensics-samples-" + kind);
        if (fetched.code != 0) {
            abort("Debian's registry cannot be reached, so no real image was carried: " + fetched.said);
        }
        said(
                SAMPLES,
                "sh",
                "-c",
                "dpkg-deb -x forensics-samples-" + kind + "_*.deb . && xz -dc usr/share/forensics-samples/fs." + kind
                        + ".xz > fs." + kind + ".new && mv fs." + kind + ".new fs." + kind);
        return image;
    }

    private static String said(String... command) throws Exception {
        return said(SAMPLES, command);
    }

    private static String said(Path in, String... command) throws Exception {
        var ran = run(in, command);
        assertThat(ran.code).as("%s: %s", List.of(command), ran.said).isZero();
        return ran.said;
    }

    private record Ran(int code, String said) {}

    private static Ran run(Path in, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ran(process.exitValue(), said);
    }
}
