package org.comity.practice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Alters one item while it travels between practice nodes: the line is made slow, and a bit of what the sender has still to
 * send is turned on its disk; afterwards it is turned back. What the receiver finds is found by its own checks.
 */
final class DisturbedLine {

    private static final String PACE = "/evidence/transfers/pace";
    private static final String KILOBYTES_A_SECOND = "32";

    /** From the end: what a slow line reaches last. */
    private static final int NEAR_THE_END = 200;

    private static final Pattern ROOT = Pattern.compile("\"root\":\"([0-9a-f]{64})\"");

    private final Path home;

    /** @param home of the practice network */
    DisturbedLine(Path home) {
        this.home = home;
    }

    void slow(PracticeNode receiver, String sender) throws IOException, InterruptedException {
        receiver.officer("custodian").post(PACE, Map.of("participant", sender, "rate", KILOBYTES_A_SECOND));
    }

    void free(PracticeNode receiver, String sender) throws IOException, InterruptedException {
        receiver.officer("custodian").post(PACE, Map.of("participant", sender, "rate", ""));
    }

    /** The receiver knows what each part has to be, and begins to fetch them. */
    boolean begun(PracticeNode receiver, PracticeNode sender, String item) throws IOException {
        var found = ROOT.matcher(Files.readString(kept(sender, item).resolve("item.json")));
        if (!found.find()) {
            throw new IOException("item %s of %s has no root".formatted(item, sender.id()));
        }
        return Files.exists(evidence(receiver).resolve("segments").resolve(found.group(1)));
    }

    /** Once alters it, twice mends it. */
    void turn(PracticeNode sender, String item) throws IOException {
        try (var payload = FileChannel.open(
                kept(sender, item).resolve("payload"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long at = payload.size() - NEAR_THE_END;
            var one = ByteBuffer.allocate(1);
            payload.read(one, at);
            payload.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1)}), at);
        }
    }

    private Path kept(PracticeNode node, String item) {
        return evidence(node).resolve("kept").resolve(item.substring(0, 2)).resolve(item);
    }

    private Path evidence(PracticeNode node) {
        return home.resolve(node.id().toLowerCase(Locale.ROOT)).resolve("evidence");
    }
}
