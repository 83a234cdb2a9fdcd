package org.comity.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.comity.bench.bare.QuietLogging;
import org.comity.evidence.wire.EvidencePort;
import org.comity.evidence.wire.EvidencePortSettings;
import org.comity.evidence.wire.PeerConnections;
import org.comity.evidence.wire.PullingPayload;
import org.comity.evidence.wire.SegmentList;
import org.comity.evidence.wire.SharedPace;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemSealing;
import org.springframework.util.FileSystemUtils;

/**
 * The processes that are measured: the port of a node, and the fetching of a node, without their databases. The journal
 * lies in a file instead, forced to the disk like a row.
 */
final class TransferPass {

    private static final String ITEM = "0".repeat(64);
    private static final int STREAMS = 4;
    private static final int WARMING = 4 << 20;

    private final TransferKeys keys;

    private final PrintStream answers;

    private TransferPass(TransferKeys keys, PrintStream answers) {
        this.keys = keys;
        this.answers = answers;
    }

    /**
     * {@code give KEYS PAYLOAD} or {@code generate KEYS FOLDER MB SEED}, answers port, root and size; or {@code take KEYS},
     * then a line for each fetch: address, root, size, where to, and {@code sink} to verify and keep nothing.
     */
    public static void main(String[] arguments) throws Exception {
        var pass = new TransferPass(new TransferKeys(Path.of(arguments[1])), QuietLogging.please());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        pass.warm();
        if (arguments[0].equals("give")) pass.give(GivenPayload.file(Path.of(arguments[2])));
        if (arguments[0].equals("generate")) {
            var generated = GeneratedItem.of(Long.parseLong(arguments[4]), Integer.parseInt(arguments[3]));
            pass.give(new GivenPayload(generated::payload, Path.of(arguments[2]).resolve("segments")));
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var words = line.split("\t");
            var payload = new ItemManifest.Payload(words[1], Long.parseLong(words[2]));
            pass.answers.println(pass.take(URI.create(words[0]), payload, Path.of(words[3]), words.length > 4));
            pass.answers.flush();
        }
        System.exit(0);
    }

    /** As a node is that has been up for a while: TLS and HTTP of both ends have run once, here with itself. */
    private void warm() throws Exception {
        var folder = Files.createTempDirectory("bench-warm");
        try {
            var payload = folder.resolve("payload");
            try (var out = Files.newOutputStream(payload);
                    var sealing = ItemSealing.begin(ItemKey.fresh(), out)) {
                sealing.write(new byte[WARMING], 0, WARMING);
                sealing.finish();
            }
            var given = GivenPayload.file(payload);
            var named = given.listed();
            try (var port = port(given)) {
                var address = URI.create("https://127.0.0.1:%d/evidence".formatted(port.port()));
                take(address, named, folder.resolve("fetched"), false);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void give(GivenPayload given) throws IOException {
        var named = given.listed();
        answers.printf("%d\t%s\t%d%n", port(given).port(), named.root(), named.size());
        answers.flush();
    }

    private EvidencePort port(GivenPayload given) throws IOException {
        return new EvidencePort(
                new EvidencePortSettings(0, 16, 8, 64, Duration.ofSeconds(10), Duration.ofSeconds(60)),
                given.list().resolveSibling("port"),
                keys.of(TransferKeys.GIVER),
                keys.pin(TransferKeys.TAKER),
                (manifest, caller) -> Optional.of(given));
    }

    /** @return nanoseconds from the first connection to the last byte verified and forced to the disk */
    private long take(URI address, ItemManifest.Payload payload, Path target, boolean sink) throws Exception {
        long start = System.nanoTime();
        var list = target.resolveSibling(target.getFileName() + ".segments");
        var journal = new FileJournal(target.resolveSibling(target.getFileName() + ".journal"));
        try (var client = new PeerConnections(
                        address,
                        keys.of(TransferKeys.TAKER),
                        keys.pin(TransferKeys.GIVER),
                        STREAMS,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60));
                var file = sink ? new DiscardedPayload(payload.size()) : file(target)) {
            var source = client.item(ITEM);
            var here = journal.read(payload.size());
            if (!Files.exists(list))
                SegmentList.fetch(
                        source, payload, list.resolveSibling(list.getFileName() + ".part"), list, here.bytes());
            try (var segments = SegmentList.open(list)) {
                while (!here.complete()) {
                    here = go(
                            new PullingPayload(source, segments, file, here, journal::keep, SharedPace.FREE, STREAMS),
                            journal,
                            payload);
                }
            }
            file.force(true);
        }
        return System.nanoTime() - start;
    }

    private static FileChannel file(Path target) throws IOException {
        return FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** A line that gives nothing for a while is asked again. */
    private static org.comity.evidence.wire.FetchJournal go(
            PullingPayload pull, FileJournal journal, ItemManifest.Payload payload) throws Exception {
        try {
            return pull.run();
        } catch (org.comity.evidence.wire.OfferedItem.Refused e) {
            throw e;
        } catch (IOException e) {
            return journal.read(payload.size());
        }
    }
}
