package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.exchange.PracticeWorld;
import org.comity.proof.item.ItemManifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two ends of a line that breaks when told, and an item on one of them. */
abstract class TwoEnds {

    /** Four segments. */
    static final int SIZE = 3_400_000;

    static final String THREAD = "thread";
    static final String ACT = "a".repeat(64);

    private static final byte[] PLAIN = random();

    @TempDir
    Path folder;

    final PracticeWorld world =
            new PracticeWorld().with("XA-1", null).with("XB-1", null).with("XC-1", null);
    final byte[] plain = PLAIN;
    PracticeEnd xa;
    PracticeEnd xb;
    Relay line;
    UUID item;

    @BeforeEach
    void start() throws Exception {
        xb = new PracticeEnd("XB-1", world, folder.resolve("xb"));
        xa = new PracticeEnd("XA-1", world, folder.resolve("xa"));
        line = new Relay(xb.port());
        xb.at(line.port());
        xa.at(xa.port());
        item = xb.add("talk.log", plain);
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        xa.close();
        xb.close();
    }

    ItemManifest expected() {
        return expected(false);
    }

    ItemManifest expected(boolean held) {
        var manifest = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        release(manifest);
        if (held) xb.bean(ReleaseRows.class).hold(manifest.sha256(), true);
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        return manifest;
    }

    void release(ItemManifest manifest) {
        xb.releases().release(manifest.sha256(), "XA-1", THREAD, ACT);
    }

    Arrival arrival(ItemManifest manifest) {
        return new ArrivalRows(JdbcClient.create(xa.source))
                .find(manifest.sha256())
                .orElseThrow();
    }

    void matched(ItemManifest manifest) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var arrival = arrival(manifest);
            assertThat(arrival.state()).as(arrival.toString()).isEqualTo(State.MATCHED);
        });
    }

    static Path payload(PracticeEnd end, UUID item) {
        var id = item.toString();
        return end.folder
                .resolve("evidence/kept")
                .resolve(id.substring(0, 2))
                .resolve(id)
                .resolve("payload");
    }

    private static byte[] random() {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        return bytes;
    }
}
