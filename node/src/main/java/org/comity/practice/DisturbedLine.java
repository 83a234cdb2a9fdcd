package org.comity.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.proof.item.PayloadSegments;
import org.comity.proof.tree.MerkleTree;

/**
 * Alters one item before it travels between practice nodes: a bit is turned in what its sender keeps on its disk; afterwards
 * it is turned back. What the receiver finds is found by its own checks.
 */
final class DisturbedLine {

    private static final int NEAR_THE_END = 200;

    private static final Pattern ROOT = Pattern.compile("\"root\":\"([0-9a-f]{64})\"");

    private final Path home;

    /** @param home of the practice network */
    DisturbedLine(Path home) {
        this.home = home;
    }

    /**
     * Once alters it, twice mends it. Its sender lists the hashes of its segments when it is first asked for them, and
     * offers nothing where they are not those of the manifest: they are listed here from what is still whole.
     */
    void turn(PracticeNode sender, String item) throws IOException {
        var kept =
                evidence(sender).resolve("kept").resolve(item.substring(0, 2)).resolve(item);
        var list = evidence(sender).resolve("segments").resolve(root(kept));
        try (var payload =
                FileChannel.open(kept.resolve("payload"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!Files.exists(list)) {
                Files.write(list, hashes(payload));
            }
            long at = payload.size() - NEAR_THE_END;
            var one = ByteBuffer.allocate(1);
            payload.read(one, at);
            payload.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1)}), at);
        }
    }

    /** The receiver looked at what came of the item of that name and refused it. */
    boolean refused(PracticeNode receiver, String reference, String name) throws IOException, InterruptedException {
        var custodian = receiver.officer("custodian");
        var transfers = custodian.page("/evidence/transfers");
        return JsonPart.list(custodian.look("/evidence?request=" + reference), "items").stream()
                .map(it -> (Map<?, ?>) it)
                .filter(it -> name.equals(it.get("name")))
                .anyMatch(it ->
                        transfers.contains("data-id=\"%s\" data-state=\"REFUSED\"".formatted(it.get("manifest"))));
    }

    private static String root(Path kept) throws IOException {
        var found = ROOT.matcher(Files.readString(kept.resolve("item.json")));
        if (!found.find()) {
            throw new IOException("%s has no root".formatted(kept));
        }
        return found.group(1);
    }

    private static byte[] hashes(FileChannel payload) throws IOException {
        var hashes = new ByteArrayOutputStream();
        for (long i = 0; i < PayloadSegments.count(payload.size()); i++) {
            var segment = ByteBuffer.allocate(PayloadSegments.length(i, payload.size()));
            payload.read(segment, PayloadSegments.start(i));
            hashes.write(MerkleTree.leaf(segment.array()));
        }
        return hashes.toByteArray();
    }

    private Path evidence(PracticeNode node) {
        return home.resolve(node.id().toLowerCase(Locale.ROOT)).resolve("evidence");
    }
}
